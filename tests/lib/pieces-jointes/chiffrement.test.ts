import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chiffrer,
  dechiffrer,
  envelopperCle,
  FichierAltere,
  nouvelleCle,
  ouvrirCle,
} from '@/lib/pieces-jointes/chiffrement'
import { lireClesFichiers } from '@/lib/socle/cles-fichiers'

const cles = lireClesFichiers(`1:${randomBytes(32).toString('base64')},2:${randomBytes(32).toString('base64')}`)
const BLOC = 64 * 1024
const EN_TETE = 11

async function* enMorceaux(contenu: Uint8Array, taille = 10_000) {
  for (let i = 0; i < contenu.length; i += taille) yield contenu.subarray(i, i + taille)
}

async function reunir(flux: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(flux))
}

const sceller = (clair: Uint8Array, cle: Uint8Array, id: string, taille?: number) =>
  reunir(chiffrer(enMorceaux(clair, taille), cle, id))
const rouvrir = (scelle: Uint8Array, cle: Uint8Array, id: string, taille?: number) =>
  reunir(dechiffrer(enMorceaux(scelle, taille), cle, id))

const tailles = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: 0, max: 3 * BLOC + 10 }),
  fc.constantFrom(BLOC - 1, BLOC, BLOC + 1, 2 * BLOC, 3 * BLOC),
)

describe('encryption of a file', () => {
  it('gives back what was written, whatever the size and the way it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        tailles,
        fc.integer({ min: 1000, max: 200_000 }),
        fc.integer({ min: 1000, max: 200_000 }),
        async (taille, a, b) => {
          const clair = randomBytes(taille)
          const cle = nouvelleCle()
          const scelle = await sceller(clair, cle, 'id-1', a)
          expect((await rouvrir(scelle, cle, 'id-1', b)).equals(clair)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('detects any flipped bit', async () => {
    const cle = nouvelleCle()
    await fc.assert(
      fc.asyncProperty(tailles, fc.nat(), fc.integer({ min: 0, max: 7 }), async (taille, position, bit) => {
        const scelle = await sceller(randomBytes(taille), cle, 'id')
        const ou = position % scelle.length
        scelle.writeUInt8(scelle.readUInt8(ou) ^ (1 << bit), ou)
        await expect(rouvrir(scelle, cle, 'id')).rejects.toThrow(FichierAltere)
      }),
      { numRuns: 60 },
    )
  })

  it('detects any truncation, at the border of a bloc too', async () => {
    const cle = nouvelleCle()
    const scelle = await sceller(randomBytes(2 * BLOC + 5), cle, 'id')
    const bords = [0, 1, EN_TETE - 1, EN_TETE, EN_TETE + BLOC + 16, EN_TETE + 2 * (BLOC + 16)]
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...bords), fc.integer({ min: 0, max: scelle.length - 1 })),
        async (longueur) => {
          await expect(rouvrir(scelle.subarray(0, longueur), cle, 'id')).rejects.toThrow(FichierAltere)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('detects bytes added after the end', async () => {
    const cle = nouvelleCle()
    for (const taille of [0, 5, BLOC, 2 * BLOC]) {
      const scelle = await sceller(randomBytes(taille), cle, 'id')
      await expect(rouvrir(Buffer.concat([scelle, randomBytes(40)]), cle, 'id')).rejects.toThrow(FichierAltere)
    }
  })

  it('detects two exchanged blocs, and a bloc taken from another file under the same key', async () => {
    const cle = nouvelleCle()
    const scelle = await sceller(randomBytes(3 * BLOC), cle, 'id')
    const autre = await sceller(randomBytes(3 * BLOC), cle, 'id')
    const bloc = (source: Buffer, rang: number) =>
      source.subarray(EN_TETE + rang * (BLOC + 16), EN_TETE + (rang + 1) * (BLOC + 16))
    const entete = scelle.subarray(0, EN_TETE)
    const exchange = Buffer.concat([entete, bloc(scelle, 1), bloc(scelle, 0), bloc(scelle, 2)])
    const greffe = Buffer.concat([entete, bloc(scelle, 0), bloc(autre, 1), bloc(scelle, 2)])
    await expect(rouvrir(exchange, cle, 'id')).rejects.toThrow(FichierAltere)
    await expect(rouvrir(greffe, cle, 'id')).rejects.toThrow(FichierAltere)
  })

  it('does not open a file put under the id of another, nor with another key', async () => {
    const cle = nouvelleCle()
    const scelle = await sceller(Buffer.from('avis d’imposition'), cle, 'id-1')
    await expect(rouvrir(scelle, cle, 'id-2')).rejects.toThrow(FichierAltere)
    await expect(rouvrir(scelle, nouvelleCle(), 'id-1')).rejects.toThrow(FichierAltere)
  })

  it('never writes the same bytes twice, and none in clear', async () => {
    const clair = Buffer.from('PIECE SECRETE '.repeat(10_000))
    const cle = nouvelleCle()
    const [a, b] = [await sceller(clair, cle, 'id'), await sceller(clair, cle, 'id')]
    expect(a.equals(b)).toBe(false)
    expect(a.includes('SECRETE')).toBe(false)
  })

  it('passes on the error of an interrupted flow', async () => {
    async function* coupe() {
      yield randomBytes(100_000)
      throw new Error('coupure')
    }
    await expect(reunir(chiffrer(coupe(), nouvelleCle(), 'id'))).rejects.toThrow('coupure')
  })
})

describe('the key of a file', () => {
  it('is wrapped by the highest master key, and opened by the one that wrapped it', () => {
    const cle = nouvelleCle()
    const ancienne = envelopperCle(
      cle,
      'id',
      cles.filter(({ version }) => version === 1),
    )
    const nouvelle = envelopperCle(cle, 'id', cles)
    expect([ancienne.cleVersion, nouvelle.cleVersion]).toEqual([1, 2])
    expect(ouvrirCle(ancienne, 'id', cles).equals(cle)).toBe(true)
    expect(ouvrirCle(nouvelle, 'id', cles).equals(cle)).toBe(true)
    expect(nouvelle.cleEnveloppee.length).toBe(60)
  })

  it('is refused for another file, another version, or when altered', () => {
    const enveloppe = envelopperCle(nouvelleCle(), 'id', cles)
    expect(() => ouvrirCle(enveloppe, 'autre', cles)).toThrow(FichierAltere)
    expect(() => ouvrirCle({ ...enveloppe, cleVersion: 1 }, 'id', cles)).toThrow(FichierAltere)
    for (let octet = 0; octet < 60; octet += 1) {
      const altere = Buffer.from(enveloppe.cleEnveloppee)
      altere.writeUInt8(altere.readUInt8(octet) ^ 1, octet)
      expect(() => ouvrirCle({ ...enveloppe, cleEnveloppee: altere }, 'id', cles)).toThrow(FichierAltere)
    }
  })

  it('says which master key is missing', () => {
    const enveloppe = envelopperCle(nouvelleCle(), 'id', cles)
    expect(() => ouvrirCle(enveloppe, 'id', cles.slice(1))).toThrow('n° 2')
  })
})
