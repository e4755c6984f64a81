import { Readable } from 'node:stream'
import { chiffrer, dechiffrer, envelopperCle, nouvelleCle, ouvrirCle } from '@/lib/pieces-jointes/chiffrement'
import { lireClesFichiers } from '@/lib/socle/cles-fichiers'
import { stockage } from '@/lib/socle/stockage-actif'

function cles() {
  const texte = process.env.CLES_FICHIERS
  if (!texte) throw new Error('La variable CLES_FICHIERS n’est pas définie.')
  return lireClesFichiers(texte)
}

type Enveloppe = { cleEnveloppee: Uint8Array<ArrayBuffer>; cleVersion: number }

/** Encrypts a stream into the storage under `id`, with a key of its own. Gives the wrapped key to keep in the database. */
export async function rangerFichier(id: string, flux: AsyncIterable<Uint8Array>): Promise<Enveloppe> {
  const cle = nouvelleCle()
  await stockage().ecrire(id, chiffrer(flux, cle, id))
  const { cleEnveloppee, cleVersion } = envelopperCle(cle, id, cles())
  return { cleEnveloppee: new Uint8Array(cleEnveloppee), cleVersion }
}

/** Writes another content in the place of a file, under the same key: at once, or not at all. */
export async function reecrireFichier(piece: { id: string } & Enveloppe, contenu: Uint8Array): Promise<void> {
  await stockage().ecrire(piece.id, chiffrer(Readable.from([contenu]), ouvrirCle(piece, piece.id, cles()), piece.id))
}

/** Clear content of a stored file. Throws `FichierAltere` when it is not what was written. */
export function lireFichier(piece: { id: string } & Enveloppe): AsyncIterable<Uint8Array> {
  return dechiffrer(stockage().lire(piece.id), ouvrirCle(piece, piece.id, cles()), piece.id)
}

const suffixeApercu = '-apercu'
const idApercu = (id: string) => id + suffixeApercu

/** Id of the piece a storage key belongs to. */
export function idDuFichier(cle: string): string {
  return cle.endsWith(suffixeApercu) ? cle.slice(0, -suffixeApercu.length) : cle
}

/** A JPEG that browsers show, beside an original they don't; encrypted with the key of its original. */
export async function rangerApercu(piece: { id: string } & Enveloppe, jpeg: Uint8Array): Promise<void> {
  const cle = ouvrirCle(piece, piece.id, cles())
  await stockage().ecrire(idApercu(piece.id), chiffrer(Readable.from([jpeg]), cle, idApercu(piece.id)))
}

export function lireApercu(piece: { id: string } & Enveloppe): AsyncIterable<Uint8Array> {
  const id = idApercu(piece.id)
  return dechiffrer(stockage().lire(id), ouvrirCle(piece, piece.id, cles()), id)
}

export async function effacerFichier(id: string): Promise<void> {
  await stockage().supprimer(id)
  await stockage().supprimer(idApercu(id))
}
