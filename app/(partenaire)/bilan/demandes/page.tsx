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

export default async function DemandesDuBilan({ searchParams }: PageProps<'/bilan/demandes'>) {
  const acteur = await exigerActeur('demande.suivre')
  const parametres = await searchParams
  const maintenant = new Date()
  const cible = ciblePour(acteur, { caisseId: estUuid(parametres.caisse) ? parametres.caisse : undefined })
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
    return `/bilan/demandes?${requete}`
  }
  return (
    <Cadre acteur={acteur} entree="/bilan">
      <DemandesDerriere
        {...trouvees}
        filtres={filtres}
        jours={jours}
        cote="partenaire"
        retour={`/bilan?${enAdresse(periode, { caisse: cible.caisseId })}`}
        adresse={adresse}
        partielle={acteur.structure?.unique === false}
      />
    </Cadre>
  )
}
