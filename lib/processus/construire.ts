import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import type { Arrets } from './arrets'
import { executerEnfant } from './enfants'

const racine = join(import.meta.dirname, '..', '..')
const resoudre = createRequire(import.meta.url).resolve

/** Everything the web server is made of; a change in any of them makes the built one stale. */
const sources = [
  'app',
  'components',
  'lib',
  'prisma/schema',
  'public',
  'proxy.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
]

type Contexte = { journal: string; arrets: Arrets }

/** The Prisma client is generated code, absent from the repository. */
export async function genererClient(contexte: Contexte): Promise<void> {
  const temoin = join(racine, 'lib', 'socle', 'prisma', '.empreinte')
  const empreinte = empreinteDe(['prisma/schema', 'package-lock.json'])
  if (lire(temoin) === empreinte) return
  await lancer(contexte, 'génération du client de la base', [resoudre('prisma/build/index.js'), 'generate'], {
    // The generator needs no engine; without this, the CLI would try to download one.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  })
  writeFileSync(temoin, empreinte)
}

/** Builds the web server, unless what is built already matches the sources. Returns whether it had to. */
export async function construire(contexte: Contexte, avant?: () => void): Promise<boolean> {
  const temoin = join(racine, '.next', 'empreinte-sources')
  const empreinte = empreinteDe(sources)
  if (lire(temoin) === empreinte && existsSync(join(racine, '.next', 'BUILD_ID'))) return false
  avant?.()
  await lancer(contexte, 'construction du site', [resoudre('next/dist/bin/next'), 'build'], { NODE_ENV: 'production' })
  writeFileSync(temoin, empreinte)
  return true
}

async function lancer(contexte: Contexte, nom: string, args: string[], env: Record<string, string>): Promise<void> {
  let oublier = () => {}
  await executerEnfant(
    {
      nom,
      args,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
      journal: contexte.journal,
    },
    (enfant) => {
      oublier = contexte.arrets.ajouter(() => enfant.arreter(3_000))
    },
  ).finally(() => oublier())
}

/** Names, sizes and dates rather than contents: a thousand files in a few milliseconds. */
function empreinteDe(chemins: string[]): string {
  const somme = createHash('sha256')
  const ajouter = (chemin: string) => {
    const etat = statSync(chemin, { throwIfNoEntry: false })
    if (!etat) return
    if (etat.isDirectory()) {
      // Generated from prisma/schema, which is looked at already.
      if (relative(racine, chemin) === join('lib', 'socle', 'prisma')) return
      for (const nom of readdirSync(chemin).sort()) ajouter(join(chemin, nom))
    } else {
      somme.update(`${relative(racine, chemin)} ${etat.size} ${etat.mtimeMs}\n`)
    }
  }
  for (const chemin of chemins) ajouter(join(racine, chemin))
  return somme.digest('hex')
}

function lire(fichier: string): string | undefined {
  return existsSync(fichier) ? readFileSync(fichier, 'utf8') : undefined
}
