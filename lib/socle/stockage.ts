import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Where files are kept, under keys of `[a-z0-9-]`. What it holds is already encrypted. Small enough for S3: put, get,
 * delete and head of one object.
 */
export type Stockage = {
  /** Writes the whole flow or nothing. Gives the number of bytes. A key written again is replaced at once. */
  ecrire(cle: string, flux: AsyncIterable<Uint8Array>): Promise<number>
  /** Throws `FichierAbsent` at the first read when there is nothing under this key. */
  lire(cle: string): AsyncIterable<Uint8Array>
  /** Succeeds too when there is nothing to remove. */
  supprimer(cle: string): Promise<void>
  existe(cle: string): Promise<boolean>
  /** Every key, with the time of its last writing, in no order. */
  lister(): AsyncIterable<{ cle: string; ecriteLe: Date }>
}

export type StockageDisque = Stockage & {
  /** Removes what a process killed in the middle of a write left behind, `ageMs` ago or more. Gives their number. */
  supprimerPartiels(ageMs: number): Promise<number>
}

export class FichierAbsent extends Error {
  constructor(cle: string) {
    super(`Aucun fichier sous la clé ${cle}.`)
    this.name = 'FichierAbsent'
  }
}

const PARTIELS = 'partiels'
const cleValide = /^[a-z0-9-]{1,100}$/

/** Keeps files in a folder of this machine, mode 0600, two levels deep so that no folder grows too large. */
export function stockageDisque(dossier: string): StockageDisque {
  const partiels = join(dossier, PARTIELS)

  // Ids begin with the time they were drawn at: only a hash spreads them.
  const chemin = (cle: string) => {
    const empreinte = createHash('sha256').update(verifier(cle)).digest('hex')
    return join(dossier, empreinte.slice(0, 2), empreinte.slice(2, 4), cle)
  }

  return {
    async ecrire(cle, flux) {
      const destination = chemin(cle)
      const partiel = join(partiels, `${cle}.${randomBytes(6).toString('hex')}`)
      await mkdir(partiels, { recursive: true, mode: 0o700 })
      await mkdir(dirname(destination), { recursive: true, mode: 0o700 })
      try {
        const octets = await ecrireTout(partiel, flux)
        await rename(partiel, destination)
        await synchroniser(dirname(destination))
        return octets
      } catch (erreur) {
        await rm(partiel, { force: true })
        throw erreur
      }
    },

    async *lire(cle) {
      try {
        yield* createReadStream(chemin(cle), { highWaterMark: 64 * 1024 }) as AsyncIterable<Uint8Array>
      } catch (erreur) {
        throw estAbsence(erreur) ? new FichierAbsent(cle) : erreur
      }
    },

    supprimer: (cle) => rm(chemin(cle), { force: true }),

    existe: async (cle) => {
      try {
        await access(chemin(cle))
        return true
      } catch (erreur) {
        if (estAbsence(erreur)) return false
        throw erreur
      }
    },

    async *lister() {
      for (const entree of await readdir(dossier, { recursive: true, withFileTypes: true }).catch(() => [])) {
        // What bears no name of a key is not one of them.
        if (!entree.isFile() || entree.parentPath === partiels || !cleValide.test(entree.name)) continue
        const etat = await stat(join(entree.parentPath, entree.name)).catch(() => null)
        if (etat) yield { cle: entree.name, ecriteLe: etat.mtime }
      }
    },

    async supprimerPartiels(ageMs) {
      const limite = Date.now() - ageMs
      let supprimes = 0
      for (const nom of await readdir(partiels).catch(() => [])) {
        const partiel = join(partiels, nom)
        const ancien = await stat(partiel).catch(() => null)
        if (!ancien || ancien.mtimeMs > limite) continue
        await rm(partiel, { force: true })
        supprimes += 1
      }
      return supprimes
    },
  }
}

function verifier(cle: string): string {
  if (!cleValide.test(cle)) throw new Error('Clé de stockage invalide.')
  return cle
}

async function ecrireTout(chemin: string, flux: AsyncIterable<Uint8Array>): Promise<number> {
  const fichier = await open(chemin, 'wx', 0o600)
  try {
    let octets = 0
    for await (const morceau of flux) octets += await ecrireMorceau(fichier, morceau)
    await fichier.sync()
    return octets
  } finally {
    await fichier.close()
  }
}

async function ecrireMorceau(fichier: FileHandle, morceau: Uint8Array): Promise<number> {
  let ecrits = 0
  while (ecrits < morceau.length) ecrits += (await fichier.write(morceau, ecrits)).bytesWritten
  return ecrits
}

/** The new name itself must survive a power cut. */
async function synchroniser(dossier: string): Promise<void> {
  const poignee = await open(dossier, 'r')
  try {
    await poignee.sync()
  } finally {
    await poignee.close()
  }
}

function estAbsence(erreur: unknown): boolean {
  return (erreur as NodeJS.ErrnoException).code === 'ENOENT'
}
