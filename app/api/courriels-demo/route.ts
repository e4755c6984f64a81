import { dossierCourriels, lireCourriels } from '@/lib/socle/courriels-recus'
import { munir } from '@/lib/socle/route'

/** One caught mail as its reader sees it, framed by `/dev/courriels`. Demo and tests only: mails are dressed inline, and run nothing. */
export function GET(requete: Request): Response {
  const dossier = dossierCourriels()
  const id = new URL(requete.url).searchParams.get('id')
  const courriel = dossier && lireCourriels(dossier).find((recu) => recu.id === id)
  if (!courriel) return munir(Response.json({ code: 'introuvable' }, { status: 404 }))
  return munir(
    new Response(courriel.html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
        'x-frame-options': 'SAMEORIGIN',
      },
    }),
  )
}
