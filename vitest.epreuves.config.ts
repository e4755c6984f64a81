import { defineConfig } from 'vitest/config'

const completes = process.env.EPREUVES === 'completes'

/** Those that speak to the database alone, or run the unit tests on copies of the sources: they need databases, and no site. */
const sansSite = ['bilan', 'conservation', 'horloges', 'journal', 'mutations-de-droits', 'recherche'].map(
  (nom) => `tests/epreuves/${nom}.test.ts`,
)

/**
 * Long proofs on the whole product: `npm run epreuves` runs them in full, one after the other, each with the machine to itself;
 * `npm test` a short sample of each, beside the unit tests.
 */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    fileParallelism: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/epreuves/**/*.test.ts'],
          // The short sample of the plans is a unit test: the same ones, read among fewer demandes.
          exclude: [...sansSite, ...(completes ? [] : ['tests/epreuves/plans.test.ts'])],
          globalSetup: ['tests/epreuves/preparation.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'sans site', include: sansSite, globalSetup: ['tests/preparation-globale.ts'] },
      },
    ],
    testTimeout: 40 * 60_000,
    hookTimeout: 5 * 60_000,
  },
})
