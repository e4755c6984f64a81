import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { ListeCourriels } from '@/components/courriels/liste-courriels'
import { FilRetour } from '@/components/ui/fil-retour'
import { adresseDemande } from '@/lib/demandes/adresses'
import { courrielsDeLaDemande } from '@/lib/notifications/queries'
import { exigerActeur } from '@/lib/socle/session'

type Props = PageProps<'/demandes/[reference]/courriels'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Courriels envoyés, demande ${(await params).reference}` }
}

export default async function CourrielsDeLaDemande({ params }: Props) {
  const acteur = await exigerActeur('demande.suivre')
  const lus = await courrielsDeLaDemande(acteur, (await params).reference)
  if (!lus) notFound()
  return (
    <Cadre acteur={acteur} entree="/demandes/toutes">
      <FilRetour href={adresseDemande(lus.reference)} libelle={`Demande ${lus.reference}`} />
      <h1>Courriels envoyés</h1>
      <p className="lecture mt-2 text-encre-2">
        Ce que le portail a écrit à votre structure sur cette demande. Quand les recevoir{'\u00A0'}:{' '}
        <a href="/compte#preferences">vos préférences</a>.
      </p>
      <ListeCourriels courriels={lus.courriels} maintenant={new Date()} />
    </Cadre>
  )
}
