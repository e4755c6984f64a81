import { expect, test } from 'vitest'
import { baseDeTest } from '@/tests/base-de-test'
import { atelierDeTest } from '@/tests/contexte'
import { eprouverAlterations } from './eprouver-alterations'

const base = await baseDeTest()
await atelierDeTest(base)

test('each way of altering the journal is found', async () => {
  const { intact, manquees, tentees, apres } = await eprouverAlterations({
    migration: base.migration,
    lignes: 300,
    alterations: 68,
    graine: 'journal',
  })
  expect(intact).toMatchObject({ total: 0 })
  expect(intact.points).toBeGreaterThan(1)
  expect(manquees).toEqual([])
  expect(Object.keys(tentees).length).toBeGreaterThan(30)
  expect(apres.total).toBe(0)
})
