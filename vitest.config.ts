import { createHash } from 'node:crypto'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/epreuves/**'],
    globalSetup: ['tests/preparation-globale.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Seals the journal of every database lent to a test.
    env: { CLES_JOURNAL: `1:${createHash('sha256').update('journal d’essai').digest('base64')}` },
    maxWorkers: 2,
  },
})
