import { cookies } from 'next/headers'
import { DUREE_SECONDES } from '@/lib/oidc/depart'

const securise = () => (process.env.URL_PUBLIQUE ?? '').startsWith('https:')
const nom = () => (securise() ? '__Host-ep-oidc' : 'ep-oidc')

/** Lax: the provider sends the browser back by a plain link. */
const reglages = () => ({ httpOnly: true, sameSite: 'lax', secure: securise(), path: '/' }) as const

export async function poserEnveloppe(enveloppe: string): Promise<void> {
  const boite = await cookies()
  boite.set(nom(), enveloppe, { ...reglages(), maxAge: DUREE_SECONDES })
}

/** What the browser brought back, which it keeps no longer. */
export async function prendreEnveloppe(): Promise<string | undefined> {
  const boite = await cookies()
  const valeur = boite.get(nom())?.value
  boite.set(nom(), '', { ...reglages(), maxAge: 0 })
  return valeur
}
