import { expect, it } from 'vitest'
import { avecArticle, complementDuNom, de, enumerer, que } from '@/lib/socle/francais'

it.each([
  ['CCAS de Vaucreux', 'le CCAS de Vaucreux', 'du CCAS de Vaucreux'],
  ['Comité local', 'le Comité local', 'du Comité local'],
  ['Département de l’Ostrevalle', 'le Département de l’Ostrevalle', 'du Département de l’Ostrevalle'],
  ['Association Les Deux Rives', 'l’Association Les Deux Rives', 'de l’Association Les Deux Rives'],
  ['Établissement du Val', 'l’Établissement du Val', 'de l’Établissement du Val'],
  ['UDCCAS du Haut-Morvelle', 'l’UDCCAS du Haut-Morvelle', 'de l’UDCCAS du Haut-Morvelle'],
  ['CPAM des Deux-Vallées', 'la CPAM des Deux-Vallées', 'de la CPAM des Deux-Vallées'],
  ['Maison des solidarités', 'la Maison des solidarités', 'de la Maison des solidarités'],
  ['Habitat et soins', 'Habitat et soins', 'd’Habitat et soins'],
  ['Emmaüs', 'Emmaüs', 'd’Emmaüs'],
  ['Solidarités nouvelles', 'Solidarités nouvelles', 'de Solidarités nouvelles'],
])('names %s in a sentence as French does', (nom, sujet, complement) => {
  expect(avecArticle(nom)).toBe(sujet)
  expect(complementDuNom(nom)).toBe(complement)
})

it('gives an article once', () => {
  expect(avecArticle(avecArticle('CPAM des Deux-Vallées'))).toBe('la CPAM des Deux-Vallées')
})

it('elides before the name of a person that begins with a vowel', () => {
  expect([de('Élise Roy'), que('Idriss Benaïssa')]).toEqual(['d’Élise Roy', 'qu’Idriss Benaïssa'])
  expect([de('Maëlle Le Gall'), que('Maëlle Le Gall')]).toEqual(['de Maëlle Le Gall', 'que Maëlle Le Gall'])
})

it('puts one word before the last of a list', () => {
  expect(enumerer(['a'])).toBe('a')
  expect(enumerer(['a', 'b', 'c'], 'et')).toBe('a, b et c')
})
