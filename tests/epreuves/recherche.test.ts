import { expect, it } from 'vitest'
import { baseDeTest } from '@/tests/base-de-test'
import { atelierDeTest } from '@/tests/contexte'
import { verifierPerimetre } from '@/tests/lib/recherche/verifier-perimetre'

const questions = process.env.EPREUVES === 'completes' ? 10_000 : 300

const base = await baseDeTest()
const atelier = await atelierDeTest(base)

it(`asks ${questions} questions over two caisses and their structures, under forged perimeters too: nothing gets out, nothing is missed`, async () => {
  expect(await verifierPerimetre(atelier, base.web, questions)).toBe(questions)
})
