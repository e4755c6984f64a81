import { sansCache } from '@/lib/socle/route'

/** Data for a machine, to save. `nom` is plain ASCII, without its extension. Dates are written in ISO 8601. */
export function reponseJson(donnees: unknown, nom: string): Response {
  return new Response(JSON.stringify(donnees, null, 2), {
    headers: {
      ...sansCache,
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${nom}.json"`,
    },
  })
}
