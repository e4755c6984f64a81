import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type Error as ErreurMoteur,
  type ErrorRegistry,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils'
import * as moteur from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const dossierPrisma = import.meta.dirname

export const dossierMigrations = join(dossierPrisma, 'migrations')

export const sansFiltre = { externalTables: [], externalEnums: [] }

/**
 * Lends Prisma's own migration engine, in WebAssembly: the CLI would download a binary, which closed networks refuse.
 * @param urlEmpreinte a second, empty database, where the engine replays the migrations folder to compare it.
 */
export async function avecMoteur<T>(
  url: string,
  usage: (engine: moteur.SchemaEngine) => Promise<T>,
  urlEmpreinte?: string,
): Promise<T> {
  instancier()
  const bassins: pg.Pool[] = []
  const ouvrir = (adresse: string) => {
    const bassin = new pg.Pool({ connectionString: adresse, max: 2 })
    bassins.push(bassin)
    return connecter(bassin)
  }
  const fabrique = {
    provider: 'postgres' as const,
    adapterName: '@prisma/adapter-pg',
    connect: () => ouvrir(url),
    connectToShadowDb: () => {
      if (!urlEmpreinte) throw new Error('Une seconde base, vide, est nécessaire pour comparer.')
      return ouvrir(urlEmpreinte)
    },
  }
  const datamodels = lireSchema().map(({ path, content }): [string, string] => [path, content])
  const liaison = bindMigrationAwareSqlAdapterFactory(fabrique)
  try {
    const engine = await moteur.SchemaEngine.new({ datamodels }, () => {}, liaison)
    try {
      return await usage(engine)
    } finally {
      engine.free()
    }
  } catch (erreur) {
    throw traduire(erreur, liaison.errorRegistry)
  } finally {
    // The engine takes a session lock and counts on the end of the session to release it.
    await Promise.all(bassins.map((bassin) => bassin.end()))
  }
}

/** Reads `prisma/schema/*.prisma`. */
export function lireSchema(dossier = join(dossierPrisma, 'schema')): { path: string; content: string }[] {
  return readdirSync(dossier)
    .filter((nom) => nom.endsWith('.prisma'))
    .sort()
    .map((nom) => ({ path: join(dossier, nom), content: readFileSync(join(dossier, nom), 'utf8') }))
}

/** Reads `prisma/migrations`, in the form the engine wants. */
export function lireMigrations(dossier = dossierMigrations): moteur.MigrationList {
  const lire = (chemin: string): moteur.MigrationFile['content'] => {
    try {
      return { tag: 'ok', value: readFileSync(chemin, 'utf8') }
    } catch {
      return { tag: 'error', value: 'fichier illisible' }
    }
  }
  const noms = readdirSync(dossier, { withFileTypes: true }).filter((entree) => entree.isDirectory())
  return {
    baseDir: dossier,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: noms
      .map(({ name }) => name)
      .sort()
      .map((path) => ({
        path,
        migrationFile: { path: 'migration.sql', content: lire(join(dossier, path, 'migration.sql')) },
      })),
  }
}

// PostgreSQL's catalogue describes constraints with its internal type "char", which the adapter refuses and the engine
// requires: the adapter is told bpchar, the engine is told a character.
const TYPE_CHAR = 18
const TYPE_BPCHAR = 1042

async function connecter(bassin: pg.Pool): Promise<SqlDriverAdapter> {
  const interroger = bassin.query.bind(bassin)
  const caracteres = new WeakMap<object, number[]>()
  const query = async (requete: pg.QueryConfig) => {
    const resultat = await interroger(requete)
    const colonnes = [...resultat.fields.keys()].filter((rang) => resultat.fields[rang]?.dataTypeID === TYPE_CHAR)
    for (const rang of colonnes) Object.assign(resultat.fields[rang] ?? {}, { dataTypeID: TYPE_BPCHAR })
    caracteres.set(resultat.rows, colonnes)
    return resultat
  }
  const adaptateur = await new PrismaPg(Object.assign(bassin, { query })).connect()
  const lire = adaptateur.queryRaw.bind(adaptateur)
  adaptateur.queryRaw = async (requete) => {
    const resultat = await lire(requete)
    for (const rang of caracteres.get(resultat.rows) ?? []) resultat.columnTypes[rang] = ColumnTypeEnum.Character
    return resultat
  }
  // The adapter cuts scripts at every semicolon, even inside a function body or a string. Sent whole, a script is also
  // one transaction: a migration that fails half-way leaves nothing behind.
  adaptateur.executeScript = async (script) => {
    try {
      await interroger(script)
    } catch (erreur) {
      throw erreur instanceof pg.DatabaseError ? new DriverAdapterError(decrire(erreur)) : erreur
    }
  }
  // The pools are ours to close.
  adaptateur.dispose = async () => {}
  return adaptateur
}

function decrire({ code = '', severity = 'ERROR', message, detail, column, hint }: pg.DatabaseError): ErreurMoteur {
  return { kind: 'postgres', code, severity, message, detail, column, hint }
}

/** The engine only knows the number of an error that happened on our side; and its own come with a stack of Rust. */
function traduire(erreur: unknown, registre: ErrorRegistry): Error {
  const message = erreur instanceof Error ? erreur.message : String(erreur)
  const numero = /External error id#(\d+)/.exec(message)?.[1]
  const cause = numero ? registre.consumeError(Number(numero))?.error : erreur
  const migration = /migration_name="([^"]+)"/.exec(message)?.[1]
  const texte =
    cause === erreur ? message.replace(/^external connector error\n/, '').split('\n   0: ')[0] : String(cause)
  return new Error(migration ? `La migration ${migration} a échoué : ${texte}` : texte, { cause })
}

let pret = false

function instancier(): void {
  if (pret) return
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  })
  const fichier = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const imports = { ...moteur } as unknown as WebAssembly.ModuleImports
  for (const nom of Object.keys(imports)) {
    // The engine never cancels the limit of its lock: left referenced, that timer would hold the process ten seconds.
    if (!nom.startsWith('__wbg_setTimeout_')) continue
    imports[nom] = (acte: () => void, delai: number) => setTimeout(acte, delai).unref()
  }
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(fichier)), {
    './schema_engine_bg.js': imports,
  })
  moteur.__wbg_set_wasm(exports)
  const { __wbindgen_start } = exports as { __wbindgen_start(): void }
  __wbindgen_start()
  pret = true
}
