import { cookies, headers } from 'next/headers'
import { nouveauJetonAppareil } from '@/lib/securite/appareils'

const securise = () => (process.env.URL_PUBLIQUE ?? '').startsWith('https:')
const nomCookie = () => (securise() ? '__Host-ep-appareil' : 'ep-appareil')

/** As long as browsers keep a cookie. */
const dureeSecondes = 400 * 86_400

/** The browser of the request: its family, and the random name it was given at its first sign-in. */
export async function lireNavigateur(): Promise<{ navigateur: string | null; jeton: string }> {
  const garde = (await cookies()).get(nomCookie())?.value
  return {
    navigateur: (await headers()).get('user-agent'),
    jeton: garde && /^[\w-]{43}$/.test(garde) ? garde : nouveauJetonAppareil(),
  }
}

export async function poserCookieAppareil(jeton: string): Promise<void> {
  const boite = await cookies()
  const reglages = { httpOnly: true, sameSite: 'lax', secure: securise(), path: '/', maxAge: dureeSecondes } as const
  boite.set(nomCookie(), jeton, reglages)
}
