import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sources } from '../tests/architecture/sources'
import { expect, test } from './fixtures'

const construit = join(import.meta.dirname, '..', '.next')
const manifeste = 'page_client-reference-manifest.js'

/** What Next says of a page: the scripts of each part of it, and the modules that the browser runs. */
type Manifeste = { entryJSFiles: Record<string, string[]>; clientModules: Record<string, unknown> }

function lireManifeste(chemin: string): Manifeste {
  const texte = readFileSync(chemin, 'utf8')
  // `globalThis.__RSC_MANIFEST["/route/page"] = {…};`
  return JSON.parse(texte.slice(texte.indexOf('] = ') + 4).replace(/;\s*$/, '')) as Manifeste
}

const tailles = new Map<string, number>()

/** Bytes on the wire. */
function taille(script: string): number {
  const connue = tailles.get(script) ?? gzipSync(readFileSync(join(construit, script))).length
  tailles.set(script, connue)
  return connue
}

/** Scripts that a browser loads to show a page for the first time; polyfills of old ones aside. */
function poids({ entryJSFiles }: Manifeste): number {
  const { rootMainFiles } = JSON.parse(readFileSync(join(construit, 'build-manifest.json'), 'utf8')) as {
    rootMainFiles: string[]
  }
  const parties = Object.entries(entryJSFiles).filter(([partie]) => !partie.endsWith('/global-error'))
  const scripts = new Set([...rootMainFiles, ...parties.flatMap(([, fichiers]) => fichiers)])
  return [...scripts].reduce((somme, script) => somme + taille(script), 0)
}

const estFormulaire = ({ clientModules }: Manifeste) =>
  Object.keys(clientModules).some((module) => module.includes('/components/formulaire/'))

test('le JavaScript de chaque page reste dans ses limites : 1,2 fois la page nue, 1,6 fois pour un formulaire', () => {
  const racine = join(construit, 'server', 'app')
  const parPage = new Map(
    readdirSync(racine, { recursive: true, encoding: 'utf8' })
      .filter((chemin) => chemin.endsWith(manifeste))
      .map((chemin) => [chemin.slice(0, -manifeste.length - 1), lireManifeste(join(racine, chemin))]),
  )
  // None of the pages of the product is left out.
  const pages = sources('app', /^page\.tsx$/).map(({ chemin }) => chemin.replace(/^app\/?|\/?page\.tsx$/g, ''))
  expect([...parPage.keys()]).toEqual(expect.arrayContaining(pages))
  const nue = poids(parPage.get('mesure') as Manifeste)
  const tropLourdes = [...parPage]
    .map(([page, lu]) => ({ page, rapport: poids(lu) / nue, limite: estFormulaire(lu) ? 1.6 : 1.2 }))
    .filter(({ rapport, limite }) => rapport > limite)
  expect(tropLourdes).toEqual([])
})
