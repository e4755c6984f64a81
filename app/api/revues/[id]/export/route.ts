import { idSchema } from '@/lib/demandes/schema'
import { feuilleDeLaRevue } from '@/lib/revues/exporter-revue'
import { lireRevue } from '@/lib/revues/queries'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { lireFormatTableur, reponseTableur } from '@/lib/socle/reponse-tableur'
import { defineRoute } from '@/lib/socle/route'
import { dateAParis } from '@/lib/socle/temps'

/** The table of a revue, open or signed, as a spreadsheet: `?format=xlsx`, `ods` or `csv`. */
export const GET = defineRoute<{ id: string }>(
  { droit: 'revue.voir', journal: 'revue.exportee' },
  async ({ acteur, requete, parametres: { id } }) => {
    const format = lireFormatTableur(new URL(requete.url).searchParams.get('format'))
    const revue = idSchema.safeParse(id).success ? await lireRevue(acteur, id) : null
    if (!revue) throw new ErreurMetier('introuvable')
    const feuille = feuilleDeLaRevue(revue)
    return {
      reponse: reponseTableur(format, feuille, `revue-${dateAParis(revue.ouverteLe)}`),
      journal: { objetType: 'revue', objetId: id, details: { format, lignes: feuille.lignes.length } },
    }
  },
)
