import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { lireCanaux } from '@/lib/maintenance/copie-des-canaux'
import { pageIndisponible } from '@/lib/maintenance/page-indisponible'
import { baseJoignable } from '@/lib/maintenance/sentinelle'
import { hsts, politiquePage } from '@/lib/socle/entetes'
import { commencerLecture } from '@/lib/socle/session'

/**
 * Writes the content policy of the page and tells it its own address, to come back to it after sign-in. Authorises nothing.
 * While the database can't be reached, answers in its stead.
 */
export async function proxy(requete: NextRequest): Promise<Response> {
  const https = (process.env.URL_PUBLIQUE ?? '').startsWith('https:')
  // What is sent by a script is answered in words by its form, which keeps what was typed.
  if (!requete.headers.has('next-action') && !(await baseJoignable())) return indisponible(requete, https)
  if (requete.method === 'GET') await commencerLecture(requete)
  const politique = politiquePage(randomBytes(16).toString('base64'), {
    https,
    dev: process.env.NODE_ENV === 'development',
    cadres: requete.nextUrl.pathname === '/dev/courriels',
  })
  const pour = { request: { headers: entetesDeLaPage(requete, politique) } }
  const reponse = (await estIllisible(requete))
    ? new NextResponse('Le formulaire reçu est incomplet. Rechargez la page.', { status: 400 })
    : seDecode(requete.nextUrl.pathname)
      ? NextResponse.next(pour)
      : NextResponse.rewrite(new URL(INTROUVABLE, requete.url), pour)
  reponse.headers.set('content-security-policy', politique)
  reponse.headers.set('reporting-endpoints', 'csp="/api/csp"')
  reponse.headers.set('x-frame-options', 'DENY')
  if (https) reponse.headers.set(hsts.key, hsts.value)
  return reponse
}

async function indisponible({ nextUrl }: NextRequest, https: boolean): Promise<Response> {
  // Where a search is sent is no page to come back to.
  const adresse = nextUrl.pathname === '/recherche' ? '/' : nextUrl.pathname + nextUrl.search
  const reponse = pageIndisponible(await lireCanaux(), adresse)
  if (https) reponse.headers.set(hsts.key, hsts.value)
  return reponse
}

/** No page stands there: the page that says so answers. */
const INTROUVABLE = '/introuvable'

/** An address cut in the middle of a letter («%E0%A4%A») can't be read: Next would answer with a bare error of its own. */
function seDecode(chemin: string): boolean {
  try {
    decodeURIComponent(chemin)
    return true
  } catch {
    return false
  }
}

/** Next takes from the policy the nonce it gives to its scripts. */
function entetesDeLaPage(requete: NextRequest, politique: string): Headers {
  const headers = new Headers(requete.headers)
  headers.set('x-ep-chemin', requete.nextUrl.pathname + requete.nextUrl.search)
  headers.set('content-security-policy', politique)
  return headers
}

/** A form cut on its way is an error of the sender: further on it would pass for one of ours. Files do not come through here. */
async function estIllisible(requete: NextRequest): Promise<boolean> {
  if (!requete.headers.get('content-type')?.startsWith('multipart/')) return false
  return requete
    .clone()
    .formData()
    .then(() => false)
    .catch(() => true)
}

/** Neither the API (uploads go through it, and its answers bear their own policy), nor what was built. */
export const config = { matcher: ['/((?!api/|api$|_next/static/).*)'] }
