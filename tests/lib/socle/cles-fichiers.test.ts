import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { lireClesFichiers } from '@/lib/socle/cles-fichiers'

test('the highest version comes first: it is the one that encrypts', () => {
  const [une, deux, dix] = [randomBytes(32), randomBytes(32), randomBytes(32)]
  const texte = `2:${deux.toString('base64')}, 10:${dix.toString('base64')},1:${une.toString('base64')}`
  expect(lireClesFichiers(texte)).toEqual([
    { version: 10, cle: dix },
    { version: 2, cle: deux },
    { version: 1, cle: une },
  ])
})

test.each(['', '1', '1:', '1:pas du base64 !', 'a:AAAA'])('«%s» is not a key', (texte) => {
  expect(() => lireClesFichiers(texte)).toThrow()
})
