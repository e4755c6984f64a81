import type { Acteur } from '@/lib/socle/acteur'
import { coteDe, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import type { PieceJointe } from '@/lib/socle/prisma/client'
import { sansCache } from '@/lib/socle/route'

const styles =
  'body{margin:0;background:#fff;color:#152238;font:1.0625rem/1.5 "Segoe UI",system-ui,sans-serif}main{max-width:40rem;margin:0 auto;padding:3rem 1.25rem}h1{margin:0 0 1rem;font-size:1.75rem;line-height:1.2}p{margin:0 0 1rem}a{color:#0c419a}'

/** What a download answers past the last day of a document: a page in words, under 410 (gone). */
export async function reponseExpiree(acteur: Acteur, { demandeId }: PieceJointe): Promise<Response> {
  const demande = await avecPerimetre(perimetre(acteur), (tx) =>
    tx.demande.findUniqueOrThrow({ where: { id: demandeId ?? '' }, select: { reference: true } }),
  )
  const chezCaisse = coteDe(acteur) === 'caisse'
  const conseil = chezCaisse
    ? 'Pour le remettre au partenaire, ajoutez-le de nouveau à la demande.'
    : 'Si vous en avez encore besoin, écrivez à la caisse depuis la demande\u00a0: demandez-le de nouveau à la caisse.'
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Document expiré - Espace Partenaires</title><style>${styles}</style></head><body><main><h1>Ce document n’est plus disponible</h1><p>Il a été remis pour un temps limité, et ce temps est passé\u00a0: il est effacé du portail.</p><p>${conseil}</p><p><a href="${chezCaisse ? '/caisse' : ''}/demandes/${encodeURIComponent(demande.reference)}">Revenir à la demande ${demande.reference}</a></p></main></body></html>`
  return new Response(html, {
    status: 410,
    headers: {
      ...sansCache,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    },
  })
}
