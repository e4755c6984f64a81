import { expect, test } from 'vitest'
import { joursDe, periodeDe, periodes, saisieSchema } from '@/lib/journal/criteres'

test('the days of each entry of the list are known again as that entry; days that were typed are not', () => {
  for (const periode of Object.keys(periodes) as (keyof typeof periodes)[])
    expect(periodeDe(joursDe({ periode, du: undefined, au: undefined }, '2026-11-22'), '2026-11-22')).toBe(periode)
  expect(periodeDe({ du: '2026-11-15', au: '2026-11-22' }, '2026-11-23')).toBeNull()
  expect(periodeDe({ du: '2026-03-01', au: '2026-03-05' }, '2026-11-22')).toBeNull()
})

test('each date that does not exist is named, in the order of the page', () => {
  const faux = { jour: '45', mois: '1', annee: '2026' }
  const lu = saisieSchema.safeParse({ du: faux, au: faux, naissance: faux })
  expect(lu.error?.issues.map(({ message }) => message.split(' n’existe')[0])).toEqual([
    'Cette date de naissance',
    'La date de début',
    'La date de fin',
  ])
})
