import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { format } from 'node:util'
import { entetesCommuns } from '@/lib/socle/entetes'
import { epurer } from '@/lib/socle/epurer'
import { logs } from '@/lib/socle/logs'
import { type RequeteCourante, requeteCourante } from '@/lib/socle/requete-courante'

type Echange = { request: IncomingMessage; response: ServerResponse }

/** Asked all day long by probes and by open pages. */
const discretes = ['/api/sante', '/api/csp']

/**
 * Gives each request an id, sent back as `x-request-id` and borne by every line of log it causes, and writes one line when it
 * is answered: method, pattern of its address, status, milliseconds, account. Neither query nor content.
 * @param patrons addresses of the product, as `/demandes/[reference]`
 */
export function observerRequetes(patrons: string[]): void {
  const connus = new Set(patrons.flatMap((patron) => patron.split('/')).filter((segment) => !segment.startsWith('[')))
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Echange
    if (request.url?.startsWith('/_next/static/')) return
    const courante: RequeteCourante = { id: randomUUID() }
    // The handler of the request runs in the same context, right after.
    requeteCourante.enterWith(courante)
    response.setHeader('x-request-id', courante.id)
    // Also on what the server answers by itself, as to an address it can't read.
    for (const { key, value } of entetesCommuns) response.setHeader(key, value)
    const depart = performance.now()
    response.once('close', () => consigner({ request, response }, courante, performance.now() - depart, connus))
  })
}

function consigner(
  { request: { method, url = '/' }, response: { statusCode: statut, writableFinished } }: Echange,
  { id, compte }: RequeteCourante,
  duree: number,
  connus: Set<string>,
): void {
  const adresse = patronDe(url, connus)
  // What is wrong with the health of the product is told by who looks at it.
  const niveau = discretes.includes(adresse) ? 'debug' : statut >= 500 ? 'error' : 'info'
  logs[niveau](
    // A client that left before the end.
    {
      requete: id,
      methode: method,
      adresse,
      statut,
      ms: Math.round(duree),
      compte,
      coupee: !writableFinished || undefined,
    },
    'requête',
  )
}

/** The address without what it names: `/demandes/26-004817?q=…` → `/demandes/*`. What is no part of the product is a star too. */
export function patronDe(url: string, connus: Set<string>): string {
  const [chemin = '/'] = url.split(/[?#]/)
  return chemin
    .split('/')
    .slice(0, 12)
    .map((segment) => (segment === '' || connus.has(segment) ? segment : '*'))
    .join('/')
}

/** What libraries print by themselves, errors of pages first, goes to the logs too, without what was typed. */
export function detournerConsole(): void {
  console.error = (...args: unknown[]) => logs.error(epurer(format(...args)))
  console.warn = (...args: unknown[]) => logs.warn(epurer(format(...args)))
}
