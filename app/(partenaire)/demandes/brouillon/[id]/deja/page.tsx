import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { DejaEnCours, titreDeja } from '@/components/demandes/deja-en-cours'
import { adresseBrouillon } from '@/lib/demandes/adresses'
import { lireDejaEnCours } from '@/lib/demandes/deja-en-cours'
import { choixDuBrouillon } from '@/lib/demandes/queries-brouillon'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: titreDeja }

export default async function PageDejaEnCours({ params }: PageProps<'/demandes/brouillon/[id]/deja'>) {
  const acteur = await exigerActeur('demande.deposer')
  const { id } = await params
  const deja = await lireDejaEnCours(acteur, id)
  // Closed since, or another person: nothing to say, and the draft goes on where it was.
  if (!deja) {
    if (!(await choixDuBrouillon(acteur, id))) notFound()
    redirect(adresseBrouillon(id))
  }
  return (
    <Cadre acteur={acteur} entree="/demandes/toutes" sansBouton>
      <DejaEnCours deja={deja} moi={acteur.compteId} maintenant={new Date()} />
    </Cadre>
  )
}
