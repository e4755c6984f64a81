import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { DejaDemarre, prendreVerrou } from '@/lib/processus/verrou'

const dossier = mkdtempSync(join(tmpdir(), 'ep-verrou-'))
afterAll(() => rmSync(dossier, { recursive: true, force: true }))

test('a second start is told where the first one answers', () => {
  const fichier = join(dossier, 'vivant.json')
  const { repris, liberer } = prendreVerrou(fichier, 'http://localhost:3000')
  expect(repris).toBe(false)
  expect(() => prendreVerrou(fichier, 'http://localhost:3001')).toThrow(
    new DejaDemarre(process.pid, 'http://localhost:3000'),
  )
  liberer()
  expect(prendreVerrou(fichier, 'http://localhost:3001').repris).toBe(false)
})

test.each([
  ['a process that is dead', JSON.stringify({ pid: 2 ** 22 + 7, depuis: '1', adresse: '' })],
  [
    'a process whose number was given to another',
    JSON.stringify({ pid: process.pid, depuis: 'autrefois', adresse: '' }),
  ],
  ['a power cut in the middle of a write', '{"pid":'],
])('a lock left by %s is taken over', (nom, contenu) => {
  const fichier = join(dossier, `${nom}.json`)
  writeFileSync(fichier, contenu)
  expect(prendreVerrou(fichier, 'http://localhost:3000').repris).toBe(true)
})
