import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const racine = join(import.meta.dirname, '../..')

/** Files of the product under a folder, as paths from the root, with their text. */
export function sources(dossier: string, nom: RegExp): { chemin: string; texte: string }[] {
  return readdirSync(join(racine, dossier), { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile() && nom.test(entree.name))
    .map((entree) => relative(racine, join(entree.parentPath, entree.name)))
    .filter((chemin) => !chemin.startsWith('lib/socle/prisma/'))
    .sort()
    .map((chemin) => ({ chemin, texte: readFileSync(join(racine, chemin), 'utf8') }))
}

/** Address of a page or route: `app/(partenaire)/demandes/[reference]/page.tsx` → `/demandes/[reference]`. */
export function adresseDe(chemin: string): string {
  const segments = chemin.split('/').slice(1, -1)
  return `/${segments.filter((segment) => !segment.startsWith('(')).join('/')}`
}
