import {
  apresEchec,
  apresSucces,
  type Essais,
  type GenreEssais,
  reseauDe,
  type Verdict,
  verdict,
} from '@/lib/comptes/regles'
import type { Transaction } from '@/lib/socle/base'

type Contexte = { tx: Transaction; maintenant: Date }

export type CleEssais = { genre: GenreEssais; valeur: string }

const texte = ({ genre, valeur }: CleEssais) => `${genre}:${genre === 'adresse' ? reseauDe(valeur) : valeur}`

type Bloque = Exclude<Verdict, { etat: 'libre' }>

/** The heaviest of several verdicts, or null when nothing blocks. A lock before a wait: its way out is another one. */
function pire(verdicts: Verdict[]): Bloque | null {
  const bloques = verdicts.filter((v): v is Bloque => v.etat !== 'libre')
  return bloques.find(({ etat }) => etat === 'verrou') ?? bloques[0] ?? null
}

/** A first look, without lock: spares the hash of an attempt that will be refused anyway. */
export async function blocage({ tx, maintenant }: Contexte, cles: CleEssais[]): Promise<Bloque | null> {
  const rangs = await tx.tentative.findMany({ where: { cle: { in: cles.map(texte) } } })
  return pire(cles.map((cle) => verdict(rangs.find((rang) => rang.cle === texte(cle)) ?? null, cle.genre, maintenant)))
}

/**
 * Counts one attempt whose outcome is known, with the rows locked: parallel attempts are counted one after the other,
 * and those that come after the limit are refused even when the password is right. Returns what blocks it, or null.
 * @param nouvelle the account had not signed in for a while: its address is given credit for it
 */
export async function compterEssai(
  { tx, maintenant }: Contexte,
  cles: CleEssais[],
  juste: boolean,
  nouvelle = false,
): Promise<Bloque | null> {
  // Always in the same order, so that two attempts never wait for each other.
  const triees = [...cles].sort((a, b) => (texte(a) < texte(b) ? -1 : 1))
  const rangs: { cle: CleEssais; essais: Essais }[] = []
  for (const cle of triees) rangs.push({ cle, essais: await verrouiller({ tx, maintenant }, cle) })
  const bloque = pire(rangs.map(({ cle, essais }) => verdict(essais, cle.genre, maintenant)))
  if (bloque) return bloque
  const credit = rangs.find(({ cle }) => cle.genre === 'identifiant')?.essais.echecs ?? 0
  for (const { cle, essais } of rangs) {
    const suite = juste
      ? apresSucces(essais, cle.genre, credit + (nouvelle ? 1 : 0))
      : apresEchec(essais, cle.genre, maintenant)
    await tx.tentative.updateMany({ where: { cle: texte(cle) }, data: { ...suite, derniereLe: maintenant } })
  }
  return null
}

async function verrouiller({ tx, maintenant }: Contexte, cle: CleEssais): Promise<Essais> {
  const [rang] = await tx.$queryRaw<Essais[]>`
    INSERT INTO tentative (cle, "derniereLe") VALUES (${texte(cle)}, ${maintenant})
    ON CONFLICT (cle) DO UPDATE SET cle = excluded.cle RETURNING echecs, "bloqueJusqua", recents`
  return rang ?? { echecs: 0, bloqueJusqua: null, recents: [] }
}

/** After a new password: the way out of a lock. The failures of the day stay counted: its link has opened the portal. */
export async function oublierEssais(tx: Transaction, identifiant: string): Promise<void> {
  await tx.tentative.updateMany({
    where: { cle: texte({ genre: 'identifiant', valeur: identifiant.toLowerCase() }) },
    data: { echecs: 0, bloqueJusqua: null },
  })
}
