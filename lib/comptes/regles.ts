/** Failed sign-ins in a row, for one identifiant or one address. */
export type Essais = { echecs: number; bloqueJusqua: Date | null }

export type GenreEssais = 'identifiant' | 'adresse'

export type Verdict = { etat: 'libre' } | { etat: 'attente'; jusqua: Date } | { etat: 'verrou' }

/** The fifth failure opens a wait, doubled at each further one; the tenth locks. */
export const SEUIL_ATTENTE = 5
export const SEUIL_VERROU = 10
const ATTENTE_MS = 30_000
/** Several people may share an address: its lock ends by itself. That of an identifiant ends with a new password. */
const VERROU_ADRESSE_MS = 15 * 60_000

export function verdict(essais: Essais | null, genre: GenreEssais, maintenant: Date): Verdict {
  if (!essais) return { etat: 'libre' }
  if (genre === 'identifiant' && essais.echecs >= SEUIL_VERROU) return { etat: 'verrou' }
  if (essais.bloqueJusqua && maintenant < essais.bloqueJusqua) return { etat: 'attente', jusqua: essais.bloqueJusqua }
  return { etat: 'libre' }
}

/** What to keep after one more failure. Only for an attempt that was let through: refused ones do not lengthen the wait. */
export function apresEchec(essais: Essais | null, genre: GenreEssais, maintenant: Date): Essais {
  const servi = genre === 'adresse' && essais !== null && essais.echecs >= SEUIL_VERROU
  const echecs = (servi ? 0 : (essais?.echecs ?? 0)) + 1
  if (echecs < SEUIL_ATTENTE) return { echecs, bloqueJusqua: null }
  if (echecs >= SEUIL_VERROU) return { echecs, bloqueJusqua: genre === 'adresse' ? dans(VERROU_ADRESSE_MS) : null }
  return { echecs, bloqueJusqua: dans(ATTENTE_MS * 2 ** (echecs - SEUIL_ATTENTE)) }

  function dans(ms: number): Date {
    return new Date(maintenant.getTime() + ms)
  }
}

/** A link of activation or of a new password. */
export const DUREE_JETON_MS = 24 * 3_600_000

export type EtatJeton = 'valable' | 'expire' | 'utilise' | 'inconnu'

export function etatJeton(jeton: { expireLe: Date; utiliseLe: Date | null } | null, maintenant: Date): EtatJeton {
  if (!jeton) return 'inconnu'
  if (jeton.utiliseLe) return 'utilise'
  return maintenant < jeton.expireLe ? 'valable' : 'expire'
}
