import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { PageRecherche } from '@/components/recherche/page-recherche'
import { adresseDemande } from '@/lib/demandes/adresses'
import { avecMots } from '@/lib/recherche/mots-gardes'
import { rechercher } from '@/lib/recherche/queries'
import { reponseDirecte } from '@/lib/recherche/reponse-directe'
import { criteresSchema } from '@/lib/recherche/schema'
import { adresseClient, exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Recherche' }

const ICI = '/demandes/recherche'

export default async function RecherchePartenaire({ searchParams }: PageProps<'/demandes/recherche'>) {
  const acteur = await exigerActeur('demande.suivre')
  const criteres = criteresSchema.parse(await avecMots(acteur, await searchParams))
  if (acteur.caissesOuvertes.length === 0) redirect('/demandes')
  const trouve = await rechercher(acteur, criteres, await adresseClient())
  const seule = reponseDirecte(criteres, trouve.resultats)
  if (seule) redirect(adresseDemande(seule))
  return (
    <Cadre acteur={acteur} entree="/demandes/toutes" sansRecherche>
      <PageRecherche cote="partenaire" adresse={ICI} criteres={criteres} {...trouve} />
    </Cadre>
  )
}
