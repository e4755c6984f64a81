import { spawn } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { dossierTemporaire } from '@/lib/processus/dossier-temporaire'
import type { aDroit } from '@/lib/socle/acteur'
import { ayants, declarations, ecartDe } from '@/tests/architecture/droits/declares'
import { ecartsDesDroits, table } from '@/tests/architecture/droits/table'
import { type Mutant, mutantsDuCode, muter } from './mutants'

const complet = process.env.EPREUVES === 'completes'
const racine = join(import.meta.dirname, '../..')
/** Copies of the sources that are worked on side by side. */
const atelierNombre = complet ? 2 : 1
const voulus = new RegExp(process.env.MUTANTS ?? '')

const copies: string[] = []
afterAll(() => {
  for (const copie of copies) rmSync(copie, { recursive: true, force: true })
})

const hors = new Set(['node_modules', '.next', '.git', 'donnees', 'test-results', 'public', 'docs'])

/** The sources in a folder of their own, with the same packages. */
function copier(): string {
  const copie = dossierTemporaire()
  for (const nom of readdirSync(racine))
    if (!hors.has(nom)) cpSync(join(racine, nom), join(copie, nom), { recursive: true })
  symlinkSync(join(racine, 'node_modules'), join(copie, 'node_modules'))
  copies.push(copie)
  return copie
}

/** Whether these tests pass in this copy. One that never ends has noticed nothing. */
function passent(copie: string, tests: string[]): Promise<boolean> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([nom]) => !/^(VITEST|EPREUVES|TEST$|NODE_ENV)/.test(nom)),
  ) as NodeJS.ProcessEnv
  env.SERVEUR_DE_BASES = inject('serveurDeBases')
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...tests, '--bail=1', '--reporter=dot']
  return new Promise((fin, rejeter) => {
    const essai = spawn(process.execPath, args, { cwd: copie, env, stdio: 'ignore', timeout: 10 * 60_000 })
    essai.on('exit', (code) => (code === null ? rejeter(new Error(`sans fin : ${tests.join(' ')}`)) : fin(code === 0)))
  })
}

async function survit(copie: string, mutant: Mutant): Promise<boolean> {
  const fichier = join(copie, mutant.chemin)
  const intact = readFileSync(fichier, 'utf8')
  writeFileSync(fichier, muter(intact, mutant))
  try {
    return await passent(copie, mutant.tests)
  } finally {
    writeFileSync(fichier, intact)
  }
}

const operande = String.raw`!?a\.\w+(?:\.\w+\([^()]*\))?(?: === '\w+')?|\((?:[^()]|\([^()]*\))*\)`
const conjonction = new RegExp(`(${operande}) && (${operande})`, 'g')

describe('a permission check taken out of the code', () => {
  it('is noticed in every page, route and action, whichever other right takes its place', () => {
    const droits = Object.keys(table) as (keyof typeof table)[]
    const toutes = declarations()
    const mutants = toutes.flatMap((une) =>
      droits.filter((droit) => ayants(droit).join() !== ayants(une.droit).join()).map((droit) => ({ ...une, droit })),
    )
    expect(mutants.flatMap((mutant) => (ecartDe(mutant) ? [] : [`${mutant.quoi} : ${mutant.droit}`]))).toEqual([])
    console.log(`${toutes.length} droits demandés, ${mutants.length} mutants, 0 survivant`)
  })

  it('is noticed in every right, opened to all or by one of its conditions', async () => {
    const texte = readFileSync(join(racine, 'lib/socle/acteur.ts'), 'utf8')
    const charger = async (source: string) => {
      const js = `data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(source))}`
      return ((await import(/* @vite-ignore */ js)) as { aDroit: typeof aDroit }).aDroit
    }
    expect(ecartsDesDroits(await charger(texte))).toEqual([])
    const [, corps = ''] = /const droits = \{\n([\s\S]*?)\n\} satisfies/.exec(texte) ?? []
    const definitions = [
      ...corps.matchAll(/^ {2}(?:'[^']+'|\w+): (\([^\n]*=>|est\w+)(?:\s+([^\n]+))?,$/gm),
      ...texte.matchAll(/^const est\w+ = (\(a: Habilitation\) =>)\s+([^\n]+)$/gm),
    ]
    const aides = [...texte.matchAll(/^const est\w+ =/gm)].length
    expect(definitions.length).toBe(Object.keys(table).length + aides)
    const mutants = definitions.flatMap(([entier, tete = '', regle]) => {
      const nom = entier.trim()
      const ouvert = entier
        .replace(regle ? `${tete} ${regle}` : tete, '() => true')
        .replace(/=>\s+[^\n]*$/, (fin) => (fin.includes('true') ? fin : '=> true'))
      // Each «x and y» becomes x alone, then y alone.
      const sansUne = [...(regle ?? '').matchAll(conjonction)].flatMap(({ 0: paire, 1: x = '', 2: y = '' }) =>
        [x, y].map((reste) => entier.replace(paire, reste)),
      )
      return [ouvert, ...sansUne]
        .filter((mutation) => mutation !== entier)
        .map((mutation) => ({ nom, source: texte.replace(entier, mutation) }))
    })
    const survivants: string[] = []
    for (const { nom, source } of mutants) {
      const ecarts = await charger(source).then(ecartsDesDroits, () => ['illisible'])
      // What all may do can't be opened further.
      if (ecarts.length === 0 && !nom.startsWith("'compte.soi'")) survivants.push(nom)
    }
    console.log(`${mutants.length} mutants des droits, ${survivants.length} survivants`)
    expect(mutants.length).toBeGreaterThan(40)
    expect(survivants).toEqual([])
  })

  it('is noticed in the guards and in the use cases, one by one', async () => {
    const tous = mutantsDuCode().filter(({ nom }) => voulus.test(nom))
    const choisis = complet ? tous : [tous[1], tous[7]].filter((mutant) => mutant !== undefined)
    const ateliers = Array.from({ length: atelierNombre }, copier)
    const survivants: string[] = []
    // What fails without any mutation would notice anything. Those of the sample have just passed as unit tests.
    const suites = complet ? [...new Set(choisis.map(({ tests }) => tests.join(' ')))] : []
    const saines = new Set<string>()
    const file = [...choisis]
    const debut = Date.now()
    await Promise.all(
      ateliers.map(async (copie, rang) => {
        for (const suite of suites.filter((_suite, place) => place % ateliers.length === rang))
          if (await passent(copie, suite.split(' '))) saines.add(suite)
      }),
    )
    const malades = suites.filter((suite) => !saines.has(suite))
    await Promise.all(
      ateliers.map(async (copie) => {
        for (let mutant = file.shift(); mutant; mutant = file.shift()) {
          if (malades.includes(mutant.tests.join(' '))) continue
          const survivant = await survit(copie, mutant)
          if (complet) console.log(`${survivant ? 'SURVIT' : 'tué'}  ${mutant.nom}`)
          if (survivant) survivants.push(mutant.nom)
        }
      }),
    )
    console.log(`${choisis.length} mutants du code sur ${tous.length}, ${Math.round((Date.now() - debut) / 1000)} s`)
    expect({ malades, survivants }).toEqual({ malades: [], survivants: [] })
  })
})
