import { expect, test } from 'vitest'
import { adresseFile, estFiltree, lireRetour, requeteFile } from '@/components/file/requete'
import { filtresFileSchema } from '@/lib/demandes/filtres-file'

test('the filters written in an address are read back the same', () => {
  const filtres = filtresFileSchema.parse({
    vue: 'a_prendre',
    service: 'dossier',
    age: '15',
    q: 'Nguyễn & fils',
    urgent: 'oui',
  })
  const relus = filtresFileSchema.parse(Object.fromEntries(new URLSearchParams(requeteFile(filtres))))
  expect(relus).toEqual({ ...filtres, q: undefined })
})

test('words do not stand in the address, only what stands for them', () => {
  const r = '0190a1b2-c3d4-4e5f-8a9b-0c1d2e3f4a5b'
  expect(adresseFile(filtresFileSchema.parse({ q: 'Nguyễn', r }))).toBe(`/caisse/file?vue=toutes&r=${r}`)
})

test('a filter that is not set does not stand in the address', () => {
  expect(adresseFile({ vue: 'toutes', q: '', service: undefined })).toBe('/caisse/file?vue=toutes')
})

test('a view and a page do not narrow the list, a filter does', () => {
  expect(estFiltree({ vue: 'closes', apres: 'x' })).toBe(false)
  expect(estFiltree({ vue: 'closes', agent: 'moi' })).toBe(true)
})

test('a deadline of today is a filter, an empty field of the form is none', () => {
  const filtres = filtresFileSchema.parse({ vue: 'toutes', echeance: '0' })
  expect(filtres.echeance).toBe(0)
  expect(adresseFile(filtres)).toBe('/caisse/file?vue=toutes&echeance=0')
  expect(estFiltree(filtres)).toBe(true)
  expect(filtresFileSchema.parse({ vue: 'toutes', echeance: '', age: '', equipe: '', partenaire: '' })).toEqual({
    vue: 'toutes',
  })
})

test('a page leads back to the queue, and never elsewhere', () => {
  expect(lireRetour('?vue=urgentes&agent=moi')).toBe('/caisse/file?vue=urgentes&agent=moi')
  expect(lireRetour('https://ailleurs.example/?vue=closes')).toBe('/caisse/file?vue=closes')
  expect(lireRetour(undefined)).toBe('/caisse/file')
})
