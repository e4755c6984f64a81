import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import LongsDAbord from './tests/ordre.ts'

const racine = import.meta.dirname

/** What replaces modules has a process to itself. */
const aPart = /vi\.(mock|doMock|resetModules|hoisted)\(/

const seuls = globSync('tests/**/*.test.{ts,tsx}', { cwd: racine }).filter((fichier) =>
  aPart.test(readFileSync(join(racine, fichier), 'utf8')),
)

const commun = { exclude: ['tests/epreuves/**'] }

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    globalSetup: ['tests/preparation-globale.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Seals the journal of every database lent to a test.
    env: { CLES_JOURNAL: `1:${createHash('sha256').update('journal d’essai').digest('base64')}` },
    maxWorkers: 2,
    sequence: { sequencer: LongsDAbord },
    projects: [
      {
        extends: true,
        test: {
          ...commun,
          // The others follow one another in two processes, which load the product once: `tests/preparation-fichier.ts` gives
          // each the environment of a new one.
          name: 'ensemble',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...commun.exclude, ...seuls],
          isolate: false,
          setupFiles: ['tests/preparation-fichier.ts'],
        },
      },
      { extends: true, test: { ...commun, name: 'seuls', include: seuls } },
    ],
  },
})
