import { expect, it } from 'vitest'
import { declarations, ecartDe } from './droits/declares'

/** Read from the sources, without a browser nor a database: what each of them answers is tested in `e2e/droits.spec.ts` and `droits-actions.test.ts`. */
it('every page, route and action asks for the right that its table says, and no wider one', () => {
  const toutes = declarations()
  expect(toutes.length).toBeGreaterThan(250)
  expect(toutes.flatMap((une) => ecartDe(une) ?? [])).toEqual([])
})
