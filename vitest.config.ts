import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/epreuves/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
