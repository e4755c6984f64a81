import { expect, it } from 'vitest'
import { complementDuNom } from '@/lib/partenaires/libelles'

it.each([
  ['CCAS de Vaucreux', 'du CCAS de Vaucreux'],
  ['Conseil départemental des Deux-Vallées', 'du Conseil départemental des Deux-Vallées'],
  ['Association Les Deux Rives', 'de l’Association Les Deux Rives'],
  ['UDCCAS du Haut-Morvelle', 'de l’UDCCAS du Haut-Morvelle'],
  ['Maison des solidarités', 'de la Maison des solidarités'],
  ['Habitat et soins', 'd’Habitat et soins'],
  ['Solidarités nouvelles', 'de Solidarités nouvelles'],
])('says «les demandes» of %s as French does', (nom, attendu) => {
  expect(complementDuNom(nom)).toBe(attendu)
})
