import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { Cadre } from '@/components/cadre/cadre'
import { Demande, titreDemande } from '@/components/demandes/demande'
import { consulterDemande } from '@/lib/demandes/consulter-demande'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { piecesDeLaDemande } from '@/lib/demandes/queries-brouillon'
import { adresseClient, exigerActeur } from '@/lib/socle/session'

type Props = PageProps<'/demandes/[reference]'>

// Read once for the title and for the page.
const lire = cache(demandeDePartenaire)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const acteur = await exigerActeur('demande.suivre', { dejaConsignee: true })
  const demande = await lire(acteur, (await params).reference)
  return { title: demande ? titreDemande(demande) : 'Page introuvable' }
}

export default async function PageDemande({ params, searchParams }: Props) {
  const acteur = await exigerActeur('demande.suivre', { dejaConsignee: true })
  if (acteur.caissesOuvertes.length === 0) redirect('/demandes')
  const demande = await lire(acteur, (await params).reference)
  if (!demande) notFound()
  const demandees = await piecesDeLaDemande(acteur, demande)
  await consulterDemande(acteur, demande, await adresseClient())
  const { question } = await searchParams
  return (
    <Cadre acteur={acteur} entree="/demandes/toutes">
      <Demande demande={demande} demandees={demandees} moi={acteur.compteId} question={question !== undefined} />
    </Cadre>
  )
}
