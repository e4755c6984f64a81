import { expect, test } from 'vitest'
import { entreeCourante } from '@/components/cadre/liens'

const liens = ['/', '/demandes', '/demandes/brouillons', '/documentation'].map((href) => ({ href, libelle: href }))

test.each([
  ['/', '/'],
  ['/demandes', '/demandes'],
  ['/demandes/26-004502', '/demandes'],
  ['/demandes/brouillons/3', '/demandes/brouillons'],
  ['/demandes-closes', undefined],
  ['/compte', undefined],
])('the page %s belongs to the entry %s', (chemin, entree) => {
  expect(entreeCourante(liens, chemin)).toBe(entree)
})
