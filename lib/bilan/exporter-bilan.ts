import { z } from 'zod'
import { bilanEnPdf } from '@/lib/bilan/pdf'
import { lirePeriode } from '@/lib/bilan/periode'
import { bilanDe, type CibleBilan, conventionsDe, echantillonDe } from '@/lib/bilan/queries'
import { enUneTable, type TableBilan, tablesDuBilan } from '@/lib/bilan/tables'
import { graineParDefaut, lireTirage } from '@/lib/bilan/tirage'
import { copilDuBilan } from '@/lib/copil/queries'
import { questionnaireDuBilan, tableDuQuestionnaire } from '@/lib/questionnaires/bilan'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { reponsePdf } from '@/lib/socle/reponse-pdf'
import { reponseTableur } from '@/lib/socle/reponse-tableur'
import type { ContexteRoute, Issue } from '@/lib/socle/route'
import { formatsTableur } from '@/lib/socle/tableur'
import { dateAParis } from '@/lib/socle/temps'

const formatSchema = z.enum(['pdf', ...formatsTableur])

/**
 * The bilan that the address asks for, to take to the meeting: same period, same draw, same kept back counts as on the screen.
 * Throws `introuvable` out of the perimeter of the acteur, and for a format or a period that does not exist.
 */
export async function exporterBilan(
  { acteur, requete, maintenant }: Pick<ContexteRoute<unknown>, 'acteur' | 'requete' | 'maintenant'>,
  cible: CibleBilan | null,
): Promise<Issue> {
  const parametres = Object.fromEntries(new URL(requete.url).searchParams)
  const format = formatSchema.safeParse(parametres.format)
  if (!cible || !format.success) throw new ErreurMetier('introuvable')
  const lue = lirePeriode(parametres, dateAParis(maintenant), await conventionsDe(acteur, cible))
  const tirage = lireTirage(parametres, graineParDefaut(cible, lue.periode))
  if (Object.keys({ ...lue.erreurs, ...tirage.erreurs }).length > 0) throw new ErreurMetier('introuvable')
  const { periode } = lue
  const bilan = await bilanDe(acteur, cible, periode, maintenant)
  if (!bilan) throw new ErreurMetier('introuvable')
  const { caisseId, partenaireId } = cible
  const [echantillon, copil] = await Promise.all([
    echantillonDe(acteur, cible, periode, { ...tirage, population: bilan.courant.traitees }),
    partenaireId ? copilDuBilan(acteur, { caisseId, partenaireId, du: periode.du, au: periode.au }) : null,
  ])
  const questionnaire = tableDuQuestionnaire(await questionnaireDuBilan(acteur, cible, periode))
  const nom = `bilan-${periode.du}-${periode.au}`
  const journal = {
    objetType: partenaireId ? 'partenaire' : 'caisse',
    objetId: partenaireId ?? caisseId,
    caisseId,
    details: { format: format.data, du: periode.du, au: periode.au },
  }
  if (format.data === 'pdf')
    return {
      reponse: reponsePdf(await bilanEnPdf(bilan, echantillon, copil, maintenant, questionnaire), `${nom}.pdf`),
      journal,
    }
  const tables = [...tablesDuBilan(bilan, echantillon, copil), ...questionnaire]
  const feuilles = format.data === 'csv' ? enUneTable(tables) : (tables as [TableBilan, ...TableBilan[]])
  return { reponse: reponseTableur(format.data, feuilles, nom), journal }
}
