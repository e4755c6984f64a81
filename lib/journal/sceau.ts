import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { lireClesFichiers } from '@/lib/socle/cles-fichiers'

/** A row as it is sealed: all its columns but the seal. */
export type LigneScellable = {
  id: bigint
  le: Date
  action: string
  compteId: string | null
  profil: string | null
  objetType: string | null
  objetId: string | null
  caisseId: string | null
  partenaireId: string | null
  adresse: string | null
  details: unknown
}

export type CleJournal = { version: number; cle: KeyObject }

let lues: { texte: string; cles: CleJournal[] } | null = null

/** Keys of the journal, highest version first: it seals, the others only verify. Of the same form as those of the files. */
export function clesJournal(): CleJournal[] {
  const texte = process.env.CLES_JOURNAL
  if (!texte) throw new Error('La variable CLES_JOURNAL n’est pas définie.')
  // To make a key ready takes four times longer than to seal a row with it.
  if (lues?.texte !== texte)
    lues = { texte, cles: lireClesFichiers(texte).map(({ version, cle }) => ({ version, cle: createSecretKey(cle) })) }
  return lues.cles
}

/** Seal of a row: HMAC-SHA-256 of the seal before it, the version of the key and the row. Same row, same bytes, whatever the order of its details. */
export function sceller(ligne: LigneScellable, precedent: Uint8Array, { version, cle }: CleJournal): Buffer {
  const valeurs = [
    version,
    String(ligne.id),
    ligne.le.toISOString(),
    ligne.action,
    ligne.compteId,
    ligne.profil,
    ligne.objetType,
    ligne.objetId,
    ligne.caisseId,
    ligne.partenaireId,
    ligne.adresse,
    ordonner(ligne.details),
  ]
  return createHmac('sha256', cle).update(precedent).update(JSON.stringify(valeurs)).digest()
}

/** What stands for many rows: a checkpoint left by a purge, or an anchor of the head kept elsewhere. Numbers and instants as text. */
export type Attestation = {
  usage: 'point' | 'ancre'
  rang: string
  sceau: string
  valeurs: readonly (string | number)[]
}

/** Signature of a checkpoint or of an anchor, with a key of the journal: nobody can make one without it. */
export function signer({ usage, rang, sceau, valeurs }: Attestation, { version, cle }: CleJournal): Buffer {
  return createHmac('sha256', cle)
    .update(JSON.stringify([`journal ${usage}`, version, rang, sceau, ...valeurs]))
    .digest()
}

function ordonner(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(ordonner)
  if (valeur === null || typeof valeur !== 'object') return valeur
  return Object.entries(valeur)
    .filter(([, contenu]) => contenu !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cle, contenu]) => [cle, ordonner(contenu)])
}
