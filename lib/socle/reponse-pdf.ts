import { sansCache } from '@/lib/socle/route'

/** A PDF made by the portal, shown by the browser. `nom` is plain ASCII. */
export function reponsePdf(contenu: Buffer, nom: string): Response {
  return new Response(new Uint8Array(contenu), {
    headers: {
      ...sansCache,
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${nom}"`,
    },
  })
}
