import { createHmac, randomInt } from 'node:crypto'
import { clesComptes, deriver } from '@/lib/securite/cles-comptes'
import type { Transaction } from '@/lib/socle/base'

const NOMBRE_CODES = 10

// Without I, L, O and U: nothing that reads as another, and few words.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LONGUEUR = 12

/** As it is kept: capitals, without what separates the groups, and what is read as a digit made one. */
export function normaliserCode(tape: string): string {
  return tape
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}

/** Recovery codes have twelve signs, those of an application six digits. */
export const estCodeSecours = (normalise: string) => normalise.length === LONGUEUR

const nouveauCode = () => Array.from({ length: LONGUEUR }, () => alphabet[randomInt(alphabet.length)]).join('')

const enGroupes = (code: string) => code.match(/.{4}/g)?.join('-') ?? code

/** Keyed by what is not in the database: its rows alone give no code back. One by key, the current one first. */
export function empreintesCode(compteId: string, normalise: string): string[] {
  return clesComptes().map((cle) =>
    createHmac('sha256', deriver(cle, 'secours')).update(`${compteId} ${normalise}`).digest('base64url'),
  )
}

/** Ten new codes, in place of those there were. Only here are they ever in clear. */
export async function refaireLesCodes(tx: Transaction, compteId: string, maintenant: Date): Promise<string[]> {
  const codes = Array.from({ length: NOMBRE_CODES }, nouveauCode)
  await tx.codeSecours.deleteMany({ where: { compteId } })
  await tx.codeSecours.createMany({
    data: codes.map((code) => ({ compteId, empreinte: empreintesCode(compteId, code)[0] ?? '', creeLe: maintenant })),
  })
  return codes.map(enGroupes)
}

/** Ten codes with a first factor; none again where some are left. */
export async function assurerLesCodes(
  tx: Transaction,
  compteId: string,
  maintenant: Date,
): Promise<string[] | undefined> {
  const restants = await tx.codeSecours.count({ where: { compteId, utiliseLe: null } })
  return restants > 0 ? undefined : refaireLesCodes(tx, compteId, maintenant)
}
