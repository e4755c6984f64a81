import { defineConfig } from 'vitest/config'

/**
 * Long proofs on the whole product: `npm run epreuves` runs them in full, `npm test` a short sample of each.
 * One after the other: each has the machine to itself.
 */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['tests/epreuves/**/*.test.ts'],
    // Its short sample is a unit test: the same plans, read among fewer demandes.
    exclude: process.env.EPREUVES === 'completes' ? [] : ['tests/epreuves/plans.test.ts'],
    globalSetup: ['tests/epreuves/preparation.ts'],
    fileParallelism: false,
    testTimeout: 40 * 60_000,
    hookTimeout: 5 * 60_000,
  },
})
