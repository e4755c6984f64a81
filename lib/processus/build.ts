import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Arrets } from './arrets'
import { construire, genererClient } from './construire'

// `--client` stops after the generated code: what the editor, the linter and the unit tests need.
const seulementLeClient = process.argv.includes('--client')
const journaux = join(import.meta.dirname, '..', '..', 'donnees', 'journaux')
mkdirSync(journaux, { recursive: true })
const contexte = { journal: join(journaux, 'construction.log'), arrets: new Arrets() }

try {
  await genererClient(contexte)
  if (!seulementLeClient) {
    const faite = await construire(contexte, () => console.log('Construction du site…'))
    console.log(faite ? 'Le site est construit.' : 'Le site est déjà construit, à jour de ses sources.')
  }
} catch (erreur) {
  console.error(erreur instanceof Error ? erreur.message : erreur)
  process.exitCode = 1
}
