import { expect, it } from 'vitest'
import { verifierLesHistoires } from '@/tests/lib/conventions/verifier-histoires'

it('gives the access that the rules of the domain give, over ten thousand histories of conventions', () => {
  const part = verifierLesHistoires(process.env.EPREUVES === 'completes' ? 10_000 : 1_000)
  expect(part).toBeGreaterThan(0.2)
  expect(part).toBeLessThan(0.8)
})
