import { type NextRequest, NextResponse } from 'next/server'

/** Tells the pages their own address, to come back to it after sign-in. Authorises nothing. */
export function proxy(requete: NextRequest): NextResponse {
  const headers = new Headers(requete.headers)
  headers.set('x-ep-chemin', requete.nextUrl.pathname + requete.nextUrl.search)
  return NextResponse.next({ request: { headers } })
}

/** Neither the API (uploads go through it), nor what Next serves itself, nor files. */
export const config = { matcher: ['/((?!api/|api$|_next/|.*\\.[a-z0-9]+$).*)'] }
