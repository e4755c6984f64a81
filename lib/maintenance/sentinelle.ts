import pg from 'pg'
import type { Canal } from '@/lib/maintenance/canaux'
import { copierCanaux } from '@/lib/maintenance/copie-des-canaux'
import { logs } from '@/lib/socle/logs'

/** How long a database that does not answer is waited for, and how often it is asked again. */
const CONNEXION_MS = 2_000
const REPONSE_MS = 4_000
const NOUVEL_ESSAI_MS = 1_000
const VEILLE_MS = 15_000

type Sentinelle = { client?: pg.Client; essai?: Promise<boolean>; echecLe?: number; veille?: NodeJS.Timeout }

// The built server loads this module for the proxy and for the pages: one connection watches for both.
const memoire = globalThis as unknown as { sentinelleEp?: Sentinelle }
memoire.sentinelleEp ??= {}
const sentinelle = memoire.sentinelleEp

/**
 * Whether PostgreSQL can be reached. One connection of its own stays open and hears at once when the server goes: as long as
 * it lives, nothing is asked. Once lost, each call tries again, once a second at most.
 */
export function baseJoignable(): Promise<boolean> {
  if (sentinelle.client) return Promise.resolve(true)
  if (sentinelle.echecLe && Date.now() - sentinelle.echecLe < NOUVEL_ESSAI_MS) return Promise.resolve(false)
  sentinelle.essai ??= essayer().finally(() => {
    sentinelle.essai = undefined
  })
  return sentinelle.essai
}

async function essayer(): Promise<boolean> {
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    connectionTimeoutMillis: CONNEXION_MS,
    query_timeout: REPONSE_MS,
    keepAlive: true,
  })
  const perdre = () => {
    if (sentinelle.client !== client) return
    sentinelle.client = undefined
    logs.warn('la base n’est plus joignable : les pages le disent')
  }
  client.on('error', perdre)
  client.on('end', perdre)
  try {
    await client.connect()
    await relever(client)
  } catch {
    sentinelle.echecLe = Date.now()
    client.end().catch(() => {})
    return false
  }
  sentinelle.client = client
  sentinelle.echecLe = undefined
  sentinelle.veille ??= setInterval(veiller, VEILLE_MS).unref()
  return true
}

/** A server that hangs says nothing: now and then it is asked something, and what it answers is kept for when it can't. */
function veiller(): void {
  const { client } = sentinelle
  if (!client) return
  relever(client).catch(() => {
    if (sentinelle.client === client) sentinelle.client = undefined
    client.end().catch(() => {})
  })
}

async function relever(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Canal & { caisse: string }>(
    `SELECT k.nom AS caisse, c.type, c.theme, c.nom, c.telephone, c.courriel, c.adresse
     FROM caisse k JOIN contact_caisse c ON c."caisseId" = k.id AND c.type IN ('secours', 'support', 'partenariat')
     ORDER BY k.nom, c.ordre, c.type DESC, c.theme, c.id`,
  )
  await copierCanaux(rows)
}
