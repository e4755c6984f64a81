import { munir } from '@/lib/socle/route'

/** Any other address of the API: a refusal without a page around it. */
function introuvable(): Response {
  return munir(Response.json({ code: 'introuvable' }, { status: 404 }))
}

export { introuvable as DELETE, introuvable as GET, introuvable as PATCH, introuvable as POST, introuvable as PUT }
