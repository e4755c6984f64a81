import { once } from 'node:events'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { lireFichier } from '@/lib/pieces-jointes/coffre'

type Coffret = Parameters<typeof lireFichier>[0]

/** A ZIP that is sent while it is written; `remplir` puts its entries in, and does not end it. */
export async function* archiver(remplir: (zip: ZipFile) => Promise<void>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  // A stream of Node, though its types say no more than an old one.
  const sortie = zip.outputStream as Readable
  zip.on('error', (erreur: Error) => sortie.destroy(erreur))
  remplir(zip).then(
    () => zip.end(),
    (erreur: Error) => sortie.destroy(erreur),
  )
  for await (const morceau of sortie) yield morceau
}

/** Adds a file of the storage, and waits for it: one is open at a time, none is whole in memory. False when it can't be read there. */
export async function ajouterPiece(zip: ZipFile, piece: Coffret, chemin: string, mtime: Date): Promise<boolean> {
  // Opened before it enters the archive: one that is missing does not lose the others.
  const ouvert = await ouvrir(piece)
  if (!ouvert) return false
  const flux = Readable.from(ouvert)
  const lu = once(flux, 'end')
  zip.addReadStream(flux, chemin, { mtime, compress: false })
  await lu
  return true
}

async function ouvrir(piece: Coffret): Promise<AsyncGenerator<Uint8Array> | null> {
  try {
    const morceaux = lireFichier(piece)[Symbol.asyncIterator]()
    const premier = await morceaux.next()
    return (async function* () {
      for (let lu = premier; !lu.done; lu = await morceaux.next()) yield lu.value
    })()
  } catch {
    return null
  }
}
