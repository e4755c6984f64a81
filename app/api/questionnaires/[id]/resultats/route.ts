import { resultatsDeLaCaisse } from '@/lib/questionnaires/queries-caisse'
import { enUneFeuille, tablesDesResultats } from '@/lib/questionnaires/tables'
import { auJournal } from '@/lib/questionnaires/tenir'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { lireFormatTableur, reponseTableur } from '@/lib/socle/reponse-tableur'
import { defineRoute } from '@/lib/socle/route'

/** The results of a questionnaire, for its caisse: `?format=xlsx`, `ods` or `csv`. */
export const GET = defineRoute<{ id: string }>(
  { droit: 'questionnaire.gerer', journal: 'questionnaire.exporte' },
  async ({ acteur, parametres, requete, maintenant }) => {
    const format = lireFormatTableur(new URL(requete.url).searchParams.get('format'))
    const lus = await resultatsDeLaCaisse(acteur, parametres.id, maintenant)
    if (!lus) throw new ErreurMetier('introuvable')
    const tables = tablesDesResultats(lus)
    const feuilles = format === 'csv' ? enUneFeuille(tables) : tables
    return {
      reponse: reponseTableur(format, feuilles, `questionnaire-${lus.annee}`),
      journal: { ...auJournal(lus), details: { format } },
    }
  },
)
