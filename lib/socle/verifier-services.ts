import pg from 'pg'
import { pingClamd } from '@/lib/socle/ping-clamd'

/**
 * Tries what the environment names: the database, with each of its roles, and the scanner. French, one line per defect.
 * The mail server is not tried: when it is away, mails wait, and that stops nobody from working.
 */
export async function verifierServices(env: Record<string, string | undefined>): Promise<string[]> {
  const essais = [
    verifierBase('DATABASE_URL', env.DATABASE_URL),
    verifierBase('DATABASE_URL_TRAVAUX', env.DATABASE_URL_TRAVAUX),
    verifierClamd(env.CLAMD),
  ]
  return (await Promise.all(essais)).flat()
}

async function verifierClamd(adresse: string | undefined): Promise<string[]> {
  if (!adresse || (await pingClamd(adresse, 5_000))) return []
  return [`CLAMD : l’antivirus ne répond pas à ${adresse}`]
}

async function verifierBase(nom: string, url: string | undefined): Promise<string[]> {
  if (!url) return []
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{
      role: string
      exempte: boolean
      proprietaire: boolean
      demande: string | null
    }>(`
      SELECT current_user AS role, rolsuper OR rolbypassrls AS exempte, to_regclass('public.demande')::text AS demande,
        pg_has_role((SELECT datdba FROM pg_database WHERE datname = current_database()), 'USAGE') AS proprietaire
      FROM pg_roles WHERE rolname = current_user`)
    const [etat] = rows
    if (etat?.exempte || etat?.proprietaire) {
      return [
        `${nom} : le rôle « ${etat.role} » possède la base ou échappe au cloisonnement : utilisez un rôle ordinaire`,
      ]
    }
    return etat?.demande ? [] : [`${nom} : la base est vide, lancez d’abord « npm run migrate »`]
  } catch (erreur) {
    return [`${nom} : connexion impossible (${erreur instanceof Error ? erreur.message : String(erreur)})`]
  } finally {
    await client.end().catch(() => {})
  }
}
