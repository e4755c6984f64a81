import { estUuid } from '@/lib/bilan/adresse'
import { exporterBilan } from '@/lib/bilan/exporter-bilan'
import { ciblePour } from '@/lib/bilan/queries'
import { defineRoute } from '@/lib/socle/route'

/** The bilan of the partenaire with one caisse (`?caisse=`): `?format=pdf`, `xlsx`, `ods` or `csv`. */
export const GET = defineRoute({ droit: 'bilan.partenaire', journal: 'bilan.exporte' }, (contexte) => {
  const caisse = new URL(contexte.requete.url).searchParams.get('caisse')
  const cible = ciblePour(contexte.acteur, { caisseId: estUuid(caisse) ? caisse : undefined })
  return exporterBilan(contexte, caisse === null || cible?.caisseId === caisse ? cible : null)
})
