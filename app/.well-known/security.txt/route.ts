import { texteSecurite } from '@/lib/socle/texte-securite'

export const dynamic = 'force-dynamic'

/** RFC 9116: whom to tell of a weakness. */
export function GET(): Response {
  return new Response(texteSecurite(new Date()), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
