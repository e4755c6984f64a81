import { type NextRequest, NextResponse } from 'next/server'

/** Tells the pages their own address, to come back to it after sign-in. Authorises nothing. */
export async function proxy(requete: NextRequest): Promise<NextResponse> {
  if (await estIllisible(requete))
    return new NextResponse('Le formulaire reçu est incomplet. Rechargez la page.', { status: 400 })
  const headers = new Headers(requete.headers)
  headers.set('x-ep-chemin', requete.nextUrl.pathname + requete.nextUrl.search)
  return NextResponse.next({ request: { headers } })
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

/** Neither the API (uploads go through it), nor what Next serves itself, nor files. */
export const config = { matcher: ['/((?!api/|api$|_next/|.*\\.[a-z0-9]+$).*)'] }
