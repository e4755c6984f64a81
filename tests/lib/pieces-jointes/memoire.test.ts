import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const racine = join(import.meta.dirname, '../../..')

/** Run apart: the memory of this process is that of the whole test runner. */
const programme = `
import { inspecteur } from '@/lib/pieces-jointes/inspecteur'
import { chiffrer, nouvelleCle } from '@/lib/pieces-jointes/chiffrement'
import { stockageDisque } from '@/lib/socle/stockage'

const Mo = 1024 * 1024
const tete = Buffer.from(process.argv[2], 'hex')
let pic = 0

async function* envoi(octets, objet) {
  const morceau = Buffer.alloc(65536, 'abc /Filter /Encrypt ')
  objet.ajouter(tete)
  yield tete
  for (let i = 0; i < octets; i += 65536) {
    objet.ajouter(morceau)
    yield morceau
    pic = Math.max(pic, process.memoryUsage().rss)
  }
}

async function recevoir(octets) {
  const objet = inspecteur()
  await stockageDisque(process.argv[1]).ecrire('piece', chiffrer(envoi(octets, objet), nouvelleCle(), 'piece'))
  await objet.conclure('piece')
}

async function main() {
  await recevoir(8 * Mo)
  const avant = process.memoryUsage().rss
  pic = 0
  await recevoir(50 * Mo)
  console.log(((pic - avant) / Mo).toFixed(1))
}
main()
`

describe('a file of 50 MB, inspected, encrypted and written', () => {
  it.each([
    '%PDF-1.4\n',
    'PK\x03\x04',
    '\xff\xd8\xff\xda\x00\x02',
    'rien',
  ])('raises the memory of the server by less than 30 MB (%j)', (tete) => {
    const dossier = mkdtempSync(join(tmpdir(), 'memoire-'))
    try {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [
          '--import',
          'tsx',
          '--input-type=module-typescript',
          '-e',
          programme,
          dossier,
          Buffer.from(tete, 'latin1').toString('hex'),
        ],
        { cwd: racine, encoding: 'utf8' },
      )
      expect(stderr).toBe('')
      expect(Number.parseFloat(stdout)).toBeLessThan(30)
    } finally {
      rmSync(dossier, { recursive: true, force: true })
    }
  })
})
