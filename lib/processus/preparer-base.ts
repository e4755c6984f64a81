import { createHmac } from 'node:crypto'
import pg from 'pg'

/** One address per role: the web server, the worker, and the owner, which alone changes the structure. */
export type UrlsBase = { web: string; travaux: string; migration: string }

const roles = { web: 'ep_web', travaux: 'ep_travaux', migration: 'ep_migration' } as const

/**
 * Creates the database and the three login roles when they are absent. `urlAdmin` is a superuser of an embedded server.
 * The passwords derive from the superuser's own, which is random and kept with the cluster: nothing else to store.
 */
export async function preparerBase(urlAdmin: string, nomBase: string): Promise<UrlsBase> {
  await clientAdmin(urlAdmin, async (client) => {
    // Two preparations at once would both find the role absent.
    await client.query('SELECT pg_advisory_lock(7061001)')
    for (const role of Object.values(roles)) await assurerRole(client, role, motDePasse(urlAdmin, role))
    const existe = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [nomBase])
    if (existe.rowCount === 0) await creerBase(client, nomBase)
  })
  return urlsDe(urlAdmin, nomBase)
}

/** Lends a connection and closes it. */
export async function clientAdmin<T>(url: string, usage: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await usage(client)
  } finally {
    await client.end()
  }
}

/** Creates `nomBase`, copied from `modele` when given, with the rights of the three roles on it. */
export async function creerBase(client: pg.Client, nomBase: string, modele?: string): Promise<void> {
  const base = pg.escapeIdentifier(nomBase)
  // Copying the files of a template is twice as quick here as replaying it through the log.
  const source = modele ? `${pg.escapeIdentifier(modele)} STRATEGY FILE_COPY` : 'template0'
  await client.query(`CREATE DATABASE ${base} OWNER ${roles.migration} TEMPLATE ${source}`)
  await client.query(`REVOKE ALL ON DATABASE ${base} FROM PUBLIC`)
  await client.query(`GRANT CONNECT ON DATABASE ${base} TO ${roles.web}, ${roles.travaux}`)
}

export function urlsDe(urlAdmin: string, nomBase: string): UrlsBase {
  const url = (role: string) => {
    const adresse = new URL(urlAdmin)
    adresse.username = role
    adresse.password = motDePasse(urlAdmin, role)
    adresse.pathname = `/${nomBase}`
    return adresse.href
  }
  return { web: url(roles.web), travaux: url(roles.travaux), migration: url(roles.migration) }
}

function motDePasse(urlAdmin: string, role: string): string {
  return createHmac('sha256', new URL(urlAdmin).password).update(role).digest('hex').slice(0, 32)
}

async function assurerRole(client: pg.Client, role: string, secret: string): Promise<void> {
  const existe = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
  const verbe = existe.rowCount === 0 ? 'CREATE' : 'ALTER'
  const attributs = 'LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS'
  await client.query(`${verbe} ROLE ${role} ${attributs} PASSWORD ${pg.escapeLiteral(secret)}`)
}
