import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { PageRecherche } from '@/components/recherche/page-recherche'
import { avecMots } from '@/lib/recherche/mots-gardes'
import { rechercher } from '@/lib/recherche/queries'
import { reponseDirecte } from '@/lib/recherche/reponse-directe'
import { criteresSchema } from '@/lib/recherche/schema'
import { adresseClient, exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Recherche' }

const ICI = '/caisse/recherche'

export default async function RechercheCaisse({ searchParams }: PageProps<'/caisse/recherche'>) {
  const acteur = await exigerActeur('demande.voir')
  const criteres = criteresSchema.parse(await avecMots(acteur, await searchParams))
  const trouve = await rechercher(acteur, criteres, await adresseClient())
  const seule = reponseDirecte(criteres, trouve.resultats)
  if (seule) redirect(`/caisse/demandes/${seule}`)
  return (
    <Cadre acteur={acteur} entree="/caisse/file" sansRecherche>
      <PageRecherche cote="caisse" adresse={ICI} criteres={criteres} {...trouve} />
    </Cadre>
  )
}
