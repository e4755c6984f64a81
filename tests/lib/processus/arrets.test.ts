import { expect, test } from 'vitest'
import { Arrets } from '@/lib/processus/arrets'

test('what was started last is stopped first, once, and a failure does not spare the rest', async () => {
  const arrets = new Arrets()
  const vus: string[] = []
  const noter = (nom: string) => async () => void vus.push(nom)
  arrets.ajouter(noter('base'))
  arrets.ajouter(() => Promise.reject(new Error('récalcitrant')))
  const oublier = arrets.ajouter(noter('fini de lui-même'))
  arrets.ajouter(noter('web'))
  oublier()
  await Promise.all([arrets.tout(), arrets.tout()])
  expect(vus).toEqual(['web', 'base'])
})

test('what is started while everything stops is stopped too, before the end', async () => {
  const arrets = new Arrets()
  let tardif = false
  arrets.ajouter(async () => {
    arrets.ajouter(async () => {
      tardif = true
    })
  })
  await arrets.tout()
  expect(tardif).toBe(true)
})
