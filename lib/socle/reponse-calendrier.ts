import { sansCache } from '@/lib/socle/route'

/** A calendar to open. `nom` is plain ASCII, without its extension. */
export function reponseCalendrier(contenu: string, nom: string): Response {
  return new Response(contenu, {
    headers: {
      ...sansCache,
      'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'content-disposition': `attachment; filename="${nom}.ics"`,
    },
  })
}
