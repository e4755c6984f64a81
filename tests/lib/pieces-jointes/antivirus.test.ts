import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { AntivirusMuet, analyser } from '@/lib/pieces-jointes/antivirus'
import { type Clamd, demarrerClamd, eicar, trouverClamd } from '@/lib/processus/clamd'
import { pdf, zip } from './echantillons'

async function* flux(contenu: Uint8Array, pas = 64 * 1024) {
  for (let i = 0; i < contenu.length; i += pas) yield contenu.subarray(i, i + pas)
}

const absent = trouverClamd() === null

describe('a real clamd', () => {
  let clamd: Clamd | null = null
  let dossier: string

  beforeAll(async () => {
    dossier = mkdtempSync(join(tmpdir(), 'clamd-'))
    clamd = await demarrerClamd({ dossier })
  })
  afterAll(async () => {
    await clamd?.arreter()
    rmSync(dossier, { recursive: true, force: true })
  })

  const adresse = () => clamd?.adresse ?? ''

  it('is installed where tests are a proof', (contexte) => {
    if (absent && !process.env.CI) contexte.skip('clamd n’est pas installé : apt-get install clamav-daemon')
    expect(absent).toBe(false)
  })

  describe.runIf(!absent)('reading files', () => {
    const image = sharp({ create: { width: 300, height: 200, channels: 3, background: '#dde7f7' } })

    it('finds sound what is sound', async () => {
      const sains = [
        await pdf(),
        await image.clone().jpeg().toBuffer(),
        zip({ nom: 'a' }),
        Buffer.alloc(0),
        randomBytes(500_000),
      ]
      for (const contenu of sains) expect(await analyser(flux(contenu), adresse())).toEqual({ verdict: 'saine' })
    })

    const cachettes: Record<string, () => Promise<Buffer> | Buffer> = {
      alone: () => Buffer.from(eicar()),
      'in the text of a PDF': async () =>
        Buffer.from(
          (await pdf({ compress: false })).toString('latin1').replace('%PDF-1.3\n', `%PDF-1.3\n%${eicar()}\n`),
          'latin1',
        ),
      'after the end of a PDF': async () => Buffer.concat([await pdf(), Buffer.from(eicar())]),
      'at the end of a photo': async () => Buffer.concat([await image.clone().jpeg().toBuffer(), Buffer.from(eicar())]),
      'in the metadata of a photo': () =>
        image
          .clone()
          .withExif({ IFD0: { ImageDescription: eicar() } })
          .jpeg()
          .toBuffer(),
      'compressed in an Office file': () =>
        zip(
          { nom: '[Content_Types].xml' },
          { nom: 'word/document.xml', contenu: `${eicar()}${'<w:p/>'.repeat(500)}`, compresser: true },
        ),
      'far into a large file': () =>
        Buffer.concat([randomBytes(3_000_000), Buffer.from(eicar()), randomBytes(3_000_000)]),
    }

    it.each(Object.entries(cachettes))('finds the virus %s', async (_, fabriquer) => {
      const contenu = await fabriquer()
      for (const pas of [contenu.length, 64 * 1024, 999]) {
        expect(await analyser(flux(contenu, pas), adresse())).toEqual({
          verdict: 'infectee',
          signature: expect.stringContaining('Eicar'),
        })
      }
    })

    it('reads a file of 60 MB to its end', async () => {
      async function* grand() {
        for (let i = 0; i < 60; i += 1) yield randomBytes(1_000_000)
        yield Buffer.from(eicar())
      }
      expect(await analyser(grand(), adresse())).toMatchObject({ verdict: 'infectee' })
    })

    it('gives no verdict on what passes its size limit', async () => {
      async function* enorme() {
        for (let i = 0; i < 140; i += 1) yield Buffer.alloc(1_000_000)
      }
      await expect(analyser(enorme(), adresse())).rejects.toThrow(AntivirusMuet)
    })

    it('reads several files at once', async () => {
      const verdicts = await Promise.all(
        Array.from({ length: 12 }, (_, i) =>
          analyser(flux(i % 3 ? randomBytes(300_000) : Buffer.from(eicar())), adresse()),
        ),
      )
      expect(verdicts.map(({ verdict }) => verdict === 'infectee')).toEqual(
        Array.from({ length: 12 }, (_, i) => i % 3 === 0),
      )
    })

    it('listens on a port too', async () => {
      const { portLibre } = await import('@/lib/processus/port')
      const autre = join(dossier, 'port')
      const parPort = await demarrerClamd({ dossier: autre, port: await portLibre() })
      try {
        expect(parPort?.adresse).toMatch(/^127\.0\.0\.1:\d+$/)
        expect(await analyser(flux(Buffer.from(eicar())), parPort?.adresse ?? '')).toMatchObject({
          verdict: 'infectee',
        })
      } finally {
        await parPort?.arreter()
      }
    })

    it('passes on the error of the flow that is read', async () => {
      async function* coupe() {
        yield randomBytes(1000)
        throw new Error('fichier altéré')
      }
      await expect(analyser(coupe(), adresse())).rejects.toThrow('fichier altéré')
    })
  })
})

describe('a scanner that gives no exact verdict', () => {
  let serveur: Server | undefined
  const prises = new Set<Socket>()

  afterEach(async () => {
    for (const prise of prises) prise.destroy()
    await new Promise<void>((resoudre) => (serveur ? serveur.close(() => resoudre()) : resoudre()))
    serveur = undefined
  })

  async function faux(reagir: (prise: Socket) => void): Promise<string> {
    serveur = createServer((prise) => {
      prises.add(prise)
      prise.on('error', () => {})
      reagir(prise)
    })
    await new Promise<void>((resoudre) => serveur?.listen(0, '127.0.0.1', resoudre))
    return `127.0.0.1:${(serveur.address() as AddressInfo).port}`
  }

  const repond = (texte: string) => (prise: Socket) => {
    prise.resume()
    prise.write(texte)
  }

  it.each([
    'stream: ok\0',
    'stream: OK \0',
    ' stream: OK\0',
    'OK\0',
    'stream: OK\nstream: X FOUND\0',
    'FOUND\0',
    'stream:  FOUND\0',
    '\0',
    'stream: Essai ERROR\0',
    'INSTREAM size limit exceeded. ERROR\0',
    'UNKNOWN COMMAND\0',
    'x'.repeat(10_000),
    'stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0',
  ])('is not believed when it answers %j', async (reponse) => {
    const adresse = await faux(repond(reponse))
    await expect(analyser(flux(randomBytes(100)), adresse, { delaiMs: 1_000 })).rejects.toThrow(AntivirusMuet)
  })

  it('is believed when it answers exactly, even in two pieces', async () => {
    const adresse = await faux((prise) => {
      prise.resume()
      prise.write('stream: ')
      setImmediate(() => prise.write('OK\0'))
    })
    expect(await analyser(flux(randomBytes(100)), adresse)).toEqual({ verdict: 'saine' })
  })

  it('is not believed when it closes, says nothing, cuts the answer, or cannot be reached', async () => {
    await expect(analyser(flux(randomBytes(5_000_000)), await faux((prise) => prise.destroy()))).rejects.toThrow(
      AntivirusMuet,
    )
    await expect(analyser(flux(randomBytes(100)), await faux((prise) => prise.end('stream: OK')))).rejects.toThrow(
      AntivirusMuet,
    )
    const muet = await faux((prise) => prise.resume())
    await expect(analyser(flux(randomBytes(100)), muet, { delaiMs: 200 })).rejects.toThrow('délai')
    await expect(analyser(flux(randomBytes(100)), 'unix:/nulle/part.sock')).rejects.toThrow(AntivirusMuet)
    for (const adresse of ['', 'localhost', 'unix:relatif', 'hote:99999']) {
      await expect(analyser(flux(randomBytes(100)), adresse)).rejects.toThrow('invalide')
    }
  })

  it('does not hold a large file back when it answers before its end', async () => {
    let lus = 0
    async function* grand() {
      for (let i = 0; i < 1000; i += 1) {
        lus += 1
        yield randomBytes(1_000_000)
      }
    }
    const adresse = await faux((prise) => prise.once('data', () => prise.end('INSTREAM size limit exceeded. ERROR\0')))
    await expect(analyser(grand(), adresse)).rejects.toThrow('size limit')
    expect(lus).toBeLessThan(200)
  })
})
