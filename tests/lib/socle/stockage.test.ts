import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FichierAbsent, type StockageDisque, stockageDisque } from '@/lib/socle/stockage'

let dossier: string
let stockage: StockageDisque

beforeEach(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'stockage-'))
  stockage = stockageDisque(dossier)
})
afterEach(() => rm(dossier, { recursive: true, force: true }))

async function* flux(...morceaux: Uint8Array[]) {
  yield* morceaux
}

const lire = async (cle: string) => Buffer.concat(await Array.fromAsync(stockage.lire(cle)))

async function fichiers(): Promise<string[]> {
  const entrees = await readdir(dossier, { recursive: true, withFileTypes: true })
  return entrees.filter((entree) => entree.isFile()).map((entree) => join(entree.parentPath, entree.name))
}

describe('storage on disk', () => {
  it('gives back what was written, and counts its bytes', async () => {
    const [a, b] = [randomBytes(100_000), randomBytes(7)]
    expect(await stockage.ecrire('piece-1', flux(a, b))).toBe(100_007)
    expect((await lire('piece-1')).equals(Buffer.concat([a, b]))).toBe(true)
    expect(await stockage.existe('piece-1')).toBe(true)
  })

  it('writes files that only its owner reads, two folders deep', async () => {
    await stockage.ecrire('piece-1', flux(randomBytes(10)))
    const [chemin = ''] = await fichiers()
    expect((await stat(chemin)).mode & 0o777).toBe(0o600)
    expect(chemin.slice(dossier.length)).toMatch(/^\/[0-9a-f]{2}\/[0-9a-f]{2}\/piece-1$/)
  })

  it('leaves nothing behind when the flow breaks, and keeps what was there before', async () => {
    async function* coupe() {
      yield randomBytes(50_000)
      throw new Error('coupure')
    }
    await expect(stockage.ecrire('piece-1', coupe())).rejects.toThrow('coupure')
    expect(await fichiers()).toEqual([])
    await stockage.ecrire('piece-1', flux(Buffer.from('ancien')))
    await expect(stockage.ecrire('piece-1', coupe())).rejects.toThrow('coupure')
    expect((await lire('piece-1')).toString()).toBe('ancien')
    expect(await fichiers()).toHaveLength(1)
  })

  it('shows nothing under the key before the last byte is written', async () => {
    let pendant: boolean | undefined
    async function* observe() {
      yield randomBytes(10)
      pendant = await stockage.existe('piece-1')
      yield randomBytes(10)
    }
    await stockage.ecrire('piece-1', observe())
    expect([pendant, await stockage.existe('piece-1')]).toEqual([false, true])
  })

  it('removes a file, even twice', async () => {
    await stockage.ecrire('piece-1', flux(randomBytes(10)))
    await stockage.supprimer('piece-1')
    await stockage.supprimer('piece-1')
    expect(await stockage.existe('piece-1')).toBe(false)
    await expect(lire('piece-1')).rejects.toThrow(FichierAbsent)
  })

  it('refuses every key that is not made of [a-z0-9-]', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom('', '../etc', 'a/b', 'A', 'a.b', 'a\0', 'é', 'a\n', 'x'.repeat(101)), fc.string()),
        async (cle) => {
          fc.pre(!/^[a-z0-9-]{1,100}$/.test(cle) || cle.endsWith('\n'))
          await expect(stockage.ecrire(cle, flux(randomBytes(1)))).rejects.toThrow('invalide')
          await expect(lire(cle)).rejects.toThrow('invalide')
        },
      ),
    )
    expect(await fichiers()).toEqual([])
  })

  it('clears what a killed process left half written, but not a write in progress', async () => {
    let enCours: string[] = []
    async function* long() {
      yield randomBytes(10)
      enCours = await fichiers()
      await stockage.supprimerPartiels(60_000)
      yield randomBytes(10)
    }
    await stockage.ecrire('piece-1', long())
    expect(enCours).toHaveLength(1)
    expect(await stockage.existe('piece-1')).toBe(true)

    const abandonne = stockage.ecrire('piece-2', bloque())
    async function* bloque() {
      yield randomBytes(10)
      const [partiel = ''] = (await fichiers()).filter((nom) => nom.includes('partiels'))
      await utimes(partiel, new Date(0), new Date(0))
      expect(await stockage.supprimerPartiels(60_000)).toBe(1)
      throw new Error('tué')
    }
    await expect(abandonne).rejects.toThrow('tué')
  })
})
