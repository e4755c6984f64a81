import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { ListeCourriels } from '@/components/courriels/liste-courriels'
import { FilRetour } from '@/components/ui/fil-retour'
import { courrielsDeLaDemande } from '@/lib/notifications/queries'
import { exigerActeur } from '@/lib/socle/session'

type Props = PageProps<'/caisse/demandes/[reference]/courriels'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Courriels d’avis, demande ${(await params).reference}` }
}

export default async function CourrielsDeLaDemande({ params }: Props) {
  const acteur = await exigerActeur('demande.voir')
  const lus = await courrielsDeLaDemande(acteur, (await params).reference)
  if (!lus) notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/file">
      <FilRetour href={`/caisse/demandes/${lus.reference}`} libelle={`Demande ${lus.reference}`} />
      <h1>Courriels d’avis</h1>
      <p className="lecture mt-2 text-encre-2">
        Ils donnent la référence et le lien de la demande, rien de la personne ni des messages.
      </p>
      <ListeCourriels courriels={lus.courriels} maintenant={new Date()} />
    </Cadre>
  )
}
