import { estUuid } from '@/lib/bilan/adresse'
import { exporterBilan } from '@/lib/bilan/exporter-bilan'
import { ciblePour } from '@/lib/bilan/queries'
import { defineRoute } from '@/lib/socle/route'

/** The bilan of the caisse, or with `?partenaire=` that of one of its partenaires: `?format=pdf`, `xlsx`, `ods` or `csv`. */
export const GET = defineRoute({ droit: 'bilan.caisse', journal: 'bilan.exporte' }, (contexte) => {
  const partenaire = new URL(contexte.requete.url).searchParams.get('partenaire')
  const connu = partenaire === null || estUuid(partenaire)
  return exporterBilan(contexte, connu ? ciblePour(contexte.acteur, { partenaireId: partenaire }) : null)
})
