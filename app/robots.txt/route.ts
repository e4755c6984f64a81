/** Nothing here is for search engines. */
export function GET(): Response {
  return new Response('User-agent: *\nDisallow: /\n', { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
