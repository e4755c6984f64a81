import type { ReactNode } from 'react'
import { CadreActeur } from '@/components/comptes/cadre-acteur'
import { cheminCourant, lireActeur } from '@/lib/socle/session'

/** Only a frame: the page itself is guarded. */
export default async function CadreCompte({ children }: { children: ReactNode }) {
  const lu = await lireActeur()
  if (!lu) return children
  return (
    <CadreActeur acteur={lu.acteur} chemin={await cheminCourant()}>
      {children}
    </CadreActeur>
  )
}
