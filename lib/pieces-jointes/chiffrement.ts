import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { CleFichiers } from '@/lib/socle/cles-fichiers'

/*
 * A file is cut into blocs of 64 KiB, each sealed by AES-256-GCM under the file's own key (STREAM construction): the nonce of
 * a bloc is a random prefix, its rank, and a flag on the last one, so that blocs can be neither moved, dropped nor added.
 * The id of the file is authenticated with each bloc: a file put under another's name does not open.
 */
const MARQUE = Buffer.from('EPF1')
const PREFIXE = 7
const EN_TETE = MARQUE.length + PREFIXE
const BLOC = 64 * 1024
const SCEAU = 16
const NONCE_CLE = 12

export type CleEnveloppee = {
  /** Nonce, sealed key, tag: 60 bytes. */
  cleEnveloppee: Uint8Array
  /** Number of the master key that wraps it. */
  cleVersion: number
}

/** The file is not the one that was written: truncated, altered, or opened with the wrong key or under another id. */
export class FichierAltere extends Error {
  constructor() {
    super('Le fichier chiffré est altéré, ou n’est pas celui attendu.')
    this.name = 'FichierAltere'
  }
}

/** Draws the key of a new file. */
export function nouvelleCle(): Buffer {
  return randomBytes(32)
}

/** Wraps the key of the file `id` with the current master key. Called again on an opened key, it moves it to that one. */
export function envelopperCle(cle: Uint8Array, id: string, cles: readonly CleFichiers[]): CleEnveloppee {
  const courante = cles.toSorted((a, b) => b.version - a.version)[0]
  if (!courante) throw new Error('Aucune clé maîtresse.')
  const nonce = randomBytes(NONCE_CLE)
  const chiffreur = createCipheriv('aes-256-gcm', courante.cle, nonce).setAAD(contexteCle(id, courante.version))
  const scellee = Buffer.concat([nonce, chiffreur.update(cle), chiffreur.final(), chiffreur.getAuthTag()])
  return { cleEnveloppee: scellee, cleVersion: courante.version }
}

/** The key of the file `id`. Throws `FichierAltere` when it was not wrapped for this file. */
export function ouvrirCle(enveloppe: CleEnveloppee, id: string, cles: readonly CleFichiers[]): Buffer {
  const maitresse = cles.find(({ version }) => version === enveloppe.cleVersion)
  if (!maitresse) throw new Error(`La clé maîtresse n° ${enveloppe.cleVersion} manque dans CLES_FICHIERS.`)
  const octets = Buffer.from(enveloppe.cleEnveloppee)
  if (octets.length !== NONCE_CLE + 32 + SCEAU) throw new FichierAltere()
  return ouvrir(
    maitresse.cle,
    octets.subarray(0, NONCE_CLE),
    contexteCle(id, maitresse.version),
    octets.subarray(NONCE_CLE),
  )
}

/** Seals a flow. `id` must be given again to read it; the preview of a file goes under an id of its own. */
export async function* chiffrer(
  flux: AsyncIterable<Uint8Array>,
  cle: Uint8Array,
  id: string,
): AsyncGenerator<Buffer, void, undefined> {
  const prefixe = randomBytes(PREFIXE)
  yield Buffer.concat([MARQUE, prefixe])
  for await (const { bloc, rang, dernier } of parBlocs(flux, BLOC)) {
    const chiffreur = createCipheriv('aes-256-gcm', cle, nonce(prefixe, rang, dernier)).setAAD(contexteBloc(id))
    yield chiffreur.update(bloc)
    chiffreur.final()
    yield chiffreur.getAuthTag()
  }
}

/**
 * Opens what `chiffrer` sealed. A bloc comes out only once verified; a truncated file gives its intact blocs, then throws
 * `FichierAltere`: what came out is complete only when the flow ends by itself.
 */
export async function* dechiffrer(
  flux: AsyncIterable<Uint8Array>,
  cle: Uint8Array,
  id: string,
): AsyncGenerator<Buffer, void, undefined> {
  let prefixe: Buffer | undefined
  for await (const { bloc, rang, dernier } of parBlocs(flux, BLOC + SCEAU, EN_TETE)) {
    if (!prefixe) {
      // At least one sealed bloc follows, even for an empty file.
      if (dernier || !bloc.subarray(0, MARQUE.length).equals(MARQUE)) throw new FichierAltere()
      prefixe = Buffer.from(bloc.subarray(MARQUE.length, EN_TETE))
      continue
    }
    yield ouvrir(cle, nonce(prefixe, rang, dernier), contexteBloc(id), bloc)
  }
}

function nonce(prefixe: Buffer, rang: number, dernier: boolean): Buffer {
  const valeur = Buffer.alloc(12)
  prefixe.copy(valeur)
  // Throws past 2^32 blocs (256 TiB) rather than using a nonce twice.
  valeur.writeUInt32BE(rang, PREFIXE)
  valeur.writeUInt8(dernier ? 1 : 0, 11)
  return valeur
}

const contexteBloc = (id: string) => Buffer.from(`EPF1 fichier ${id}`)
const contexteCle = (id: string, version: number) => Buffer.from(`EPF1 cle ${version} ${id}`)

function ouvrir(cle: Uint8Array, nonceBloc: Uint8Array, contexte: Buffer, scelle: Buffer): Buffer {
  if (scelle.length < SCEAU) throw new FichierAltere()
  const dechiffreur = createDecipheriv('aes-256-gcm', cle, nonceBloc, { authTagLength: SCEAU }).setAAD(contexte)
  dechiffreur.setAuthTag(scelle.subarray(-SCEAU))
  const clair = dechiffreur.update(scelle.subarray(0, -SCEAU))
  try {
    dechiffreur.final()
  } catch {
    throw new FichierAltere()
  }
  return clair
}

/**
 * Cuts a flow again into blocs of `taille` bytes, the last one shorter, possibly empty (always there, even for an empty
 * flow). With `entete`, a first bloc of that length comes before them, out of the ranks. The memory of a bloc is used
 * again for the next one: large files go by without leaving anything to collect.
 */
async function* parBlocs(flux: AsyncIterable<Uint8Array>, taille: number, entete = 0) {
  const tampon = Buffer.alloc(taille)
  let rempli = 0
  let attendu = entete || taille
  let rang = entete ? -1 : 0
  for await (const morceau of flux) {
    for (let lu = 0; lu < morceau.length; ) {
      // A full bloc is held back until a byte follows: it might be the last.
      if (rempli === attendu) {
        yield { bloc: tampon.subarray(0, rempli), rang: Math.max(rang, 0), dernier: false }
        rempli = 0
        attendu = taille
        rang += 1
      }
      const pas = Math.min(attendu - rempli, morceau.length - lu)
      tampon.set(morceau.subarray(lu, lu + pas), rempli)
      rempli += pas
      lu += pas
    }
  }
  yield { bloc: tampon.subarray(0, rempli), rang: Math.max(rang, 0), dernier: true }
}
