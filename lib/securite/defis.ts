import { randomBytes, randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

const DUREE_MS = 5 * 60_000

type Usage = 'ajout' | 'connexion' | 'second_facteur'

type Demande = { usage: Usage; sessionId: string | null; maintenant: Date }

/** Draws what a passkey must sign: once, within five minutes, for this use and this session. Old ones go as new ones come. */
export async function poserDefi(
  tx: Transaction,
  { usage, sessionId, maintenant }: Demande,
): Promise<{ defiId: string; defi: Uint8Array<ArrayBuffer> }> {
  const defiId = randomUUID()
  const defi = new Uint8Array(randomBytes(32))
  await tx.defi.deleteMany({ where: { expireLe: { lt: maintenant } } })
  const expireLe = new Date(maintenant.getTime() + DUREE_MS)
  const texte = Buffer.from(defi).toString('base64url')
  await tx.defi.createMany({ data: [{ id: defiId, usage, sessionId, defi: texte, creeLe: maintenant, expireLe }] })
  return { defiId, defi }
}

/** Takes the challenge, whatever the answer to it: of several answers at once, one is looked at. */
export async function prendreDefi(tx: Transaction, id: string, demande: Demande): Promise<string | null> {
  const { usage, sessionId, maintenant } = demande
  const { count } = await tx.defi.updateMany({
    where: { id, usage, sessionId, utiliseLe: null, expireLe: { gt: maintenant } },
    data: { utiliseLe: maintenant },
  })
  if (count === 0) return null
  const { defi } = await tx.defi.findUniqueOrThrow({ where: { id }, select: { defi: true } })
  return defi
}

export const defiPasse = () =>
  new ErreurMetier('etat_change', 'Cette demande a trop attendu, ou a déjà servi. Recommencez.')
