import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { unzipSync } from 'node:zlib'

type Echange = { request: IncomingMessage; response: ServerResponse }

/** An address that no page has: Next writes there the whole of `app/not-found.tsx`. */
const INTROUVABLE = '/introuvable'

/** Where a page calls `notFound()`, Next answers 404 with this empty document, which only scripts fill. */
const VIDE = '<html id="__next_error__"'

/**
 * «Cette page n’existe pas» stands in the answer itself, for a browser without scripts too (vercel/next.js issue 62228: React
 * renders no error boundary on the server). Neither status nor headers change, but those of the content.
 */
export function remplirLesIntrouvables(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Echange
    if (request.url !== INTROUVABLE && request.method !== 'HEAD') surveiller(response, () => lirePage(request))
  })
}

/** Holds back a page that is not found until its end, to replace it where it is empty. Anything else goes through. */
export function surveiller(response: ServerResponse, lire: () => Promise<string | null>): void {
  const { writeHead, write, end, flushHeaders } = response
  let retenu: Buffer[] | undefined
  const decider = () => {
    if (!retenu && !response.headersSent) response.writeHead(response.statusCode)
    return retenu
  }
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    if (retenu) return response
    const [statut, ...entetes] = args
    const donnes = entetes.find((entete) => typeof entete === 'object' && !Array.isArray(entete)) ?? {}
    for (const [nom, valeur] of Object.entries(donnes)) if (valeur !== undefined) response.setHeader(nom, valeur)
    response.statusCode = statut
    if (statut === 404 && String(response.getHeader('content-type')).startsWith('text/html')) retenu = []
    else Reflect.apply(writeHead, response, args)
    return response
  }) as typeof writeHead
  response.flushHeaders = () => {
    if (!decider()) flushHeaders.call(response)
  }
  response.write = ((...args: Parameters<typeof write>) => {
    const garde = decider()
    if (!garde) return Reflect.apply(write, response, args)
    garde.push(enOctets(args[0]))
    return true
  }) as typeof write
  response.end = ((...args: Parameters<typeof end>) => {
    const garde = decider()
    if (!garde) return Reflect.apply(end, response, args)
    if (args[0] && typeof args[0] !== 'function') garde.push(enOctets(args[0]))
    void choisir(Buffer.concat(garde), response.getHeader('content-encoding'), lire).then(({ corps, remplace }) => {
      if (remplace) {
        response.removeHeader('content-encoding')
        response.setHeader('content-length', corps.length)
      }
      writeHead.call(response, response.statusCode)
      Reflect.apply(end, response, [corps])
    })
    return response
  }) as typeof end
}

const enOctets = (morceau: unknown) => (typeof morceau === 'string' ? Buffer.from(morceau) : (morceau as Buffer))

async function choisir(recu: Buffer, codage: unknown, lire: () => Promise<string | null>) {
  const page = estVide(recu, codage) ? await lire() : null
  return page ? { corps: Buffer.from(page), remplace: true } : { corps: recu, remplace: false }
}

function estVide(recu: Buffer, codage: unknown): boolean {
  try {
    return (codage ? unzipSync(recu) : recu).includes(VIDE)
  } catch {
    return false
  }
}

let page: Promise<string | null> | undefined

/** Asked once of this same server: the page is the same for everybody. Null where it does not answer. */
function lirePage({ socket: { localAddress, localPort } }: IncomingMessage): Promise<string | null> {
  const hote = localAddress?.includes(':') ? `[${localAddress}]` : localAddress
  page ??= fetch(`http://${hote}:${localPort}${INTROUVABLE}`)
    .then(async (reponse) => sansScripts(await reponse.text()))
    .catch(() => null)
    .then((lue) => {
      if (!lue) page = undefined
      return lue
    })
  return page
}

/** Its scripts bear the nonce of another answer, and have nothing to do there: the page is made of links. */
export function sansScripts(html: string): string | null {
  if (!html.includes('<h1') || html.includes(VIDE)) return null
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link\b[^>]*\bas="script"[^>]*>/g, '')
    .replace(/ nonce="[^"]*"/g, '')
}
