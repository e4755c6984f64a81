import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DemandesDerriere } from '@/components/bilan/derriere'
import { Cadre } from '@/components/cadre/cadre'
import { estUuid } from '@/lib/bilan/adresse'
import { demandesDerriere, filtresDerriereSchema } from '@/lib/bilan/derriere'
import { enAdresse, lirePeriode, tranchesDe } from '@/lib/bilan/periode'
import { ciblePour, conventionsDe } from '@/lib/bilan/queries'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Demandes derrière un chiffre' }

export default async function DemandesDuBilan({ searchParams }: PageProps<'/caisse/bilans/demandes'>) {
  const acteur = await exigerActeur('demande.voir')
  const parametres = await searchParams
  const maintenant = new Date()
  const partenaireId = estUuid(parametres.partenaire) ? parametres.partenaire : null
  const cible = ciblePour(acteur, { partenaireId })
  if (!cible) notFound()
  const filtres = filtresDerriereSchema.parse(parametres)
  const { periode } = lirePeriode(parametres, dateAParis(maintenant), await conventionsDe(acteur, cible))
  const jours = (filtres.tranche !== undefined && tranchesDe(periode)[filtres.tranche]) || periode
  const trouvees = await demandesDerriere(acteur, cible, filtres, jours, maintenant)
  if (!trouvees) notFound()
  const adresse = (apres: string | null) => {
    const requete = new URLSearchParams(
      Object.entries(parametres).flatMap(([nom, v]) => (typeof v === 'string' && nom !== 'apres' ? [[nom, v]] : [])),
    )
    if (apres) requete.set('apres', apres)
    return `/caisse/bilans/demandes?${requete}`
  }
  return (
    <Cadre acteur={acteur} entree="/caisse/bilans">
      <DemandesDerriere
        {...trouvees}
        filtres={filtres}
        jours={jours}
        cote="caisse"
        retour={`/caisse/bilans${partenaireId ? `/${partenaireId}` : ''}?${enAdresse(periode)}`}
        adresse={adresse}
        plusieursPartenaires={partenaireId === null}
      />
    </Cadre>
  )
}
