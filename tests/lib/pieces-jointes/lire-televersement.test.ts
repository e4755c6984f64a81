import { describe, expect, it } from 'vitest'
import { lireTeleversement } from '@/lib/pieces-jointes/lire-televersement'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** A multipart request with one file, sent in several chunks. `coupee`: the sender goes away before the end. */
function requete(octets: number, { coupee = false } = {}): Request {
  const morceaux = [
    '--x\r\ncontent-disposition: form-data; name="fichier"; filename="rib.pdf"\r\n\r\n',
    ...Array.from({ length: Math.ceil(octets / 65_536) }, () => 'x'.repeat(65_536)),
    '\r\n--x--\r\n',
  ].map((texte) => Buffer.from(texte))
  const body = new ReadableStream({
    pull(flux) {
      const morceau = morceaux.shift()
      if (coupee && morceaux.length < 2) flux.error(new Error('parti'))
      else if (morceau) flux.enqueue(morceau)
      else flux.close()
    },
  })
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  return new Request('http://localhost/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
}

async function compter({ flux }: { flux: AsyncIterable<Uint8Array> }, limite = Number.POSITIVE_INFINITY) {
  let octets = 0
  for await (const morceau of flux) {
    octets += morceau.length
    if (octets > limite) throw new ErreurMetier('saisie', 'trop gros')
  }
  return octets
}

describe('reading an upload', () => {
  it('gives the whole file as it comes', async () => {
    await expect(lireTeleversement(requete(1_000_000), compter)).resolves.toMatchObject({ resultat: 1_048_576 })
  })

  it('answers a file refused in the middle, whatever is left of it', async () => {
    const lecture = lireTeleversement(requete(3_000_000), (fichier) => compter(fichier, 200_000))
    await expect(lecture).rejects.toThrow('trop gros')
  })

  it('refuses a file whose sender went away', async () => {
    await expect(lireTeleversement(requete(300_000, { coupee: true }), compter)).rejects.toThrow('interrompu')
  })

  it('refuses a request without a file, or that is not a form', async () => {
    await expect(
      lireTeleversement(new Request('http://localhost/', { method: 'POST', body: 'x' }), compter),
    ).rejects.toThrow('interrompu')
  })
})
