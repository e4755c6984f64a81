import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { installerFiles } from '@/lib/travaux/installer-files'
import { installerCatalogueSiVide } from '@/prisma/seed/catalogue'
import { ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { ecartAvecLeSchema } from './ecart'
import { avecMoteur, dossierMigrations, lireMigrations, sansFiltre } from './moteur'

/**
 * Brings a database up to date: migrations, job queues, then the national catalogue.
 * @param urlMigration address of the owner role
 * @returns the names of the migrations just applied
 */
export async function migrer(urlMigration: string): Promise<string[]> {
  const proprietaire = new pg.Client({ connectionString: urlMigration })
  await proprietaire.connect()
  try {
    // Two deployments at once: the second waits, then finds nothing to do.
    await proprietaire.query('SELECT pg_advisory_lock(7061002)')
    await oublierEchecs(proprietaire)
    const migrations = { migrationsList: lireMigrations(), filters: sansFiltre }
    const { appliedMigrationNames } = await avecMoteur(urlMigration, (moteur) => moteur.applyMigrations(migrations))
    await installerFiles(urlMigration, proprietaire)
    await installerCatalogueNational(urlMigration)
    return appliedMigrationNames
  } finally {
    await proprietaire.end()
  }
}

/** A migration is one transaction: one that failed, or was cut short, left nothing, and may simply be tried again. */
async function oublierEchecs(proprietaire: pg.Client): Promise<void> {
  const { rows } = await proprietaire.query(`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS presente`)
  if (!rows[0]?.presente) return
  await proprietaire.query(
    'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  )
}

/** The national catalogue is data of production: without it nobody could file anything. */
async function installerCatalogueNational(urlMigration: string): Promise<void> {
  const { tx, fermer } = ouvrirAtelier(urlMigration)
  try {
    await installerCatalogueSiVide(tx)
  } finally {
    await fermer()
  }
}

async function ecrireMigration(nom: string): Promise<void> {
  const script = await ecartAvecLeSchema()
  if (!script) return console.log('Les migrations sont déjà à jour avec le schéma : rien à écrire.')
  const horodatage = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const dossier = join(dossierMigrations, `${horodatage}_${nom}`)
  mkdirSync(dossier, { recursive: true })
  writeFileSync(join(dossier, 'migration.sql'), script)
  writeFileSync(join(dossierMigrations, 'migration_lock.toml'), 'provider = "postgresql"\n')
  console.log(`Écrit : ${join(dossier, 'migration.sql')}. Relisez-le avant de le garder.`)
}

async function verifierMigrations(): Promise<void> {
  const script = await ecartAvecLeSchema()
  if (!script) return console.log('Les migrations correspondent au schéma.')
  console.error(`Le schéma a changé sans migration. Il manque :\n\n${script}`)
  process.exitCode = 1
}

async function commande(args: string[]): Promise<void> {
  const [option, nom] = args
  if (option === '--verifier') return verifierMigrations()
  if (option === '--ecrire') {
    if (!nom || !/^[a-z0-9_]+$/.test(nom)) throw new Error('Usage : migrer.ts --ecrire nom_en_minuscules')
    return ecrireMigration(nom)
  }
  const url = process.env.DATABASE_URL_MIGRATION
  if (!url)
    throw new Error('DATABASE_URL_MIGRATION est absente : c’est l’adresse de la base pour le rôle propriétaire.')
  const appliquees = await migrer(url)
  console.log(appliquees.length ? `Migrations appliquées : ${appliquees.join(', ')}` : 'La base est déjà à jour.')
}

if (process.argv[1] === import.meta.filename) {
  try {
    await commande(process.argv.slice(2))
  } catch (erreur) {
    console.error(erreur instanceof Error ? erreur.message : erreur)
    process.exitCode = 1
  }
}
