import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { decode, encode } from 'next-auth/jwt'
import { cache } from 'react'
import { journaliserVue } from '@/lib/journal/ecrire'
import { type Acteur, aDroit, type Droit } from '@/lib/socle/acteur'
import { dureeMaxMs } from '@/lib/socle/duree-session'
import { lireSession, type Reste, type SessionLue } from '@/lib/socle/lire-session'
import { MemoireBornee } from '@/lib/socle/memoire-bornee'
import { requeteCourante } from '@/lib/socle/requete-courante'

const securise = () => (process.env.URL_PUBLIQUE ?? '').startsWith('https:')
const nomCookie = () => (securise() ? '__Host-ep-session' : 'ep-session')

function secret(): string {
  const valeur = process.env.SECRET_SESSION
  if (!valeur) throw new Error('La variable SECRET_SESSION n’est pas définie.')
  return valeur
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The encrypted cookie carries a session id and nothing else; rights are read from the database at each request. */
export async function poserCookie(sessionId: string): Promise<void> {
  const jeton = await encode({ token: { sid: sessionId }, secret: secret(), maxAge: dureeMaxMs / 1000 })
  const boite = await cookies()
  boite.set(nomCookie(), jeton, { httpOnly: true, sameSite: 'lax', secure: securise(), path: '/' })
}

export async function retirerCookie(): Promise<void> {
  const boite = await cookies()
  boite.set(nomCookie(), '', { httpOnly: true, sameSite: 'lax', secure: securise(), path: '/', maxAge: 0 })
}

/** Cookie name and value for a session id, for tests and measurements that start signed in. */
export async function cookiePour(sessionId: string): Promise<{ name: string; value: string }> {
  return { name: nomCookie(), value: await encode({ token: { sid: sessionId }, secret: secret(), maxAge: 36_000 }) }
}

/** The acteur of the current request, or null. One read per request, whatever the number of callers. */
export const lireActeur = cache(async (): Promise<SessionLue | null> => {
  const jeton = (await cookies()).get(nomCookie())?.value
  if (!jeton) return null
  const requete = requeteCourante.getStore()
  const lu = await (requete?.session?.jeton === jeton ? requete.session.lecture : lireSousJeton(jeton))
  if (requete && lu) requete.compte = lu.acteur.compteId
  return lu
})

/**
 * Begins to read the session of a request while Next looks for its page. What Next does until then waits for nothing: on a
 * turn of its own, the answer is heard at its end, and the page asks for what it shows while Next does the rest.
 */
export async function commencerLecture({ cookies: boite }: NextRequest): Promise<void> {
  const requete = requeteCourante.getStore()
  const jeton = boite.get(nomCookie())?.value
  if (!requete || !jeton) return
  requete.session = { jeton, lecture: lireSousJeton(jeton) }
  // Thrown where it is awaited.
  requete.session.lecture.catch(() => {})
  await new Promise<void>((tourSuivant) => setImmediate(tourSuivant))
}

async function lireSousJeton(jeton: string): Promise<SessionLue | null> {
  const sid = await lireJeton(jeton)
  return sid ? lireSession(sid) : null
}

const lus = new MemoireBornee<string, string>(2_000)

/**
 * The session id of a cookie, or null. Deriving the key and deciphering cost as much as a query, at each request, for an id
 * that does not change: it is kept. Whether the session still lives is always asked of the database.
 */
async function lireJeton(jeton: string): Promise<string | null> {
  const connu = lus.get(jeton)
  if (connu) return connu
  const contenu = await decode({ token: jeton, secret: secret() }).catch(() => null)
  const sid = contenu?.sid
  if (typeof sid !== 'string' || !uuid.test(sid)) return null
  lus.set(jeton, sid)
  return sid
}

/** Path of the current page, set by `proxy.ts`; only used to come back after sign-in. */
export async function cheminCourant(): Promise<string> {
  return (await headers()).get('x-ep-chemin') ?? '/'
}

const vue = cache((): { ecrite?: Promise<void> } => ({}))

/** The row of the journal for this page is written: the frame of the page waits for it, while the page reads its data. */
export async function vueConsignee(): Promise<void> {
  await vue().ecrite
}

function consignerVue(
  acteur: Acteur,
  action: 'page.vue' | 'acces.refuse',
  chemin: string,
  adresse: string,
): Promise<void> {
  const ecrite = journaliserVue({ action, acteur, adresse, objetType: 'page', objetId: chemin })
  // Thrown where it is awaited.
  ecrite.catch(() => {})
  return ecrite
}

/** Where each thing that stands between a session and the portal is done. */
export const etapes: Record<Exclude<Reste, null>, string> = {
  second_facteur: '/connexion/second-facteur',
  cgu: '/cgu',
  mot_de_passe: '/mot-de-passe/changer',
  enrolement: '/double-authentification',
}

/**
 * Guard of every page: redirects to the sign-in or to what is left of it (second factor, CGU, password), and answers « not found » to an
 * account without the right, so that nothing tells whether the page exists. What is seen, or refused, goes to the journal;
 * `dejaConsignee`: the page writes a row of its own, that says more.
 */
export async function exigerActeur(droit: Droit, { dejaConsignee = false } = {}): Promise<Acteur> {
  const lu = await lireActeur()
  const retour = encodeURIComponent(await cheminCourant())
  if (!lu) redirect(`/connexion?retour=${retour}`)
  if (lu.reste) redirect(`${etapes[lu.reste]}?retour=${retour}`)
  const [chemin = '/'] = (await cheminCourant()).split('?')
  const adresse = await adresseClient()
  if (!aDroit(lu.acteur, droit)) {
    await consignerVue(lu.acteur, 'acces.refuse', chemin, adresse)
    if (lu.acteur.termine) redirect('/acces-ferme')
    notFound()
  }
  if (!dejaConsignee) vue().ecrite = consignerVue(lu.acteur, 'page.vue', chemin, adresse)
  return lu.acteur
}

/** Address of the client: the last hop written by the reverse proxy, or by the server itself. */
export async function adresseClient(): Promise<string> {
  const chaine = (await headers()).get('x-forwarded-for') ?? ''
  // An IPv4 client on a dual-stack socket is one address, not two.
  return (
    chaine
      .split(',')
      .at(-1)
      ?.trim()
      .replace(/^::ffff:/, '') || 'inconnue'
  )
}

/** A path of this site to come back to, never an address elsewhere. */
export function cheminSur(retour: string | null | undefined, defaut: string): string {
  return retour && /^\/(?![/\\])[^\s\\]*$/.test(retour) && !retour.startsWith('/connexion') ? retour : defaut
}
