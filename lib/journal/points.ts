import type { CleJournal } from '@/lib/journal/sceau'
import { signer } from '@/lib/journal/sceau'

/** The checkpoint of a purge: what was removed, and the seal the chain goes on from. */
export type Point = {
  rang: bigint
  premierRang: bigint
  sceau: Uint8Array
  nombre: number
  debutLe: Date
  finLe: Date
  faitLe: Date
}

export function signerPoint(point: Point, cle: CleJournal): Buffer {
  const { rang, premierRang, sceau, nombre, debutLe, finLe, faitLe } = point
  const instants = [debutLe, finLe, faitLe].map((instant) => instant.toISOString())
  return signer(
    {
      usage: 'point',
      rang: String(rang),
      sceau: Buffer.from(sceau).toString('hex'),
      valeurs: [String(premierRang), nombre, ...instants],
    },
    cle,
  )
}
