import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { AccesFerme } from '@/components/demandes/acces-ferme'
import { accesFermes } from '@/lib/conventions/acces-fermes'
import { accueilDe } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Votre accès est fermé' }

/** Where the accounts of a partenaire land once its last convention is over, until the night inactivates them. */
export default async function Ferme() {
  const acteur = await exigerActeur('compte.soi')
  if (!acteur.partenaire) notFound()
  return (
    <Cadre acteur={acteur} entree={accueilDe(acteur)} exacte>
      <h1>Votre accès est fermé</h1>
      <AccesFerme fermetures={await accesFermes(acteur)} />
    </Cadre>
  )
}
