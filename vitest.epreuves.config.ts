import { defineConfig } from 'vitest/config'

const mutations = 'tests/epreuves/mutations-de-droits.test.ts'

/**
 * Long proofs on the whole product: `npm run epreuves` runs them in full, `npm test` a short sample of each.
 * One after the other: each has the machine to itself.
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
          // Its short sample is a unit test: the same plans, read among fewer demandes.
          exclude: [mutations, ...(process.env.EPREUVES === 'completes' ? [] : ['tests/epreuves/plans.test.ts'])],
          globalSetup: ['tests/epreuves/preparation.ts'],
        },
      },
      // Runs the unit tests on copies of the sources: it needs databases, and no site.
      { extends: true, test: { name: 'sources', include: [mutations], globalSetup: ['tests/preparation-globale.ts'] } },
    ],
    testTimeout: 40 * 60_000,
    hookTimeout: 5 * 60_000,
  },
})
