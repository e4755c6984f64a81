import { expect, test } from 'vitest'
import { adresseFile, estFiltree, requeteFile } from '@/components/file/requete'
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
  expect(relus).toEqual(filtres)
})

test('a filter that is not set does not stand in the address', () => {
  expect(adresseFile({ vue: 'toutes', q: '', service: undefined })).toBe('/caisse/file?vue=toutes')
})

test('a view and a page do not narrow the list, a filter does', () => {
  expect(estFiltree({ vue: 'closes', apres: 'x' })).toBe(false)
  expect(estFiltree({ vue: 'closes', agent: 'moi' })).toBe(true)
})
