import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { Dissolution } from '@/components/equipes/dissolution'
import { FilRetour } from '@/components/ui/fil-retour'
import { equipeAGerer } from '@/lib/equipes/queries-reglages'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Dissoudre une équipe' }

export default async function DissoudreEquipe({ params }: PageProps<'/caisse/parametres/equipes/[id]/dissoudre'>) {
  const acteur = await exigerActeur('caisse.regler')
  const equipe = await equipeAGerer(acteur, (await params).id)
  if (!equipe) notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FilRetour href={`/caisse/parametres/equipes/${equipe.id}`} />
      <Dissolution equipe={equipe} />
    </Cadre>
  )
}
