/** Failed sign-ins: how many in a row, and when the last ones took place, the oldest first. */
export type Essais = { echecs: number; bloqueJusqua: Date | null; recents: Date[] }

/** `second_facteur`: codes given after the password, by account. */
export type GenreEssais = 'identifiant' | 'adresse' | 'second_facteur'

export type Verdict = { etat: 'libre' } | { etat: 'attente'; jusqua: Date } | { etat: 'verrou' }

/** The fifth failure opens a wait, doubled at each further one; the tenth locks. */
const SEUIL_ATTENTE = 5
const SEUIL_VERROU = 10
/** Failures of one identifiant in any 24 hours, whatever succeeded in between and wherever they came from. */
const PLAFOND_JOUR = 25
const JOUR_MS = 86_400_000
const ATTENTE_MS = 30_000
/** Several people may share an address: its lock ends by itself. That of an identifiant ends with a new password. */
const VERROU_ADRESSE_MS = 15 * 60_000

export function verdict(essais: Essais | null, genre: GenreEssais, maintenant: Date): Verdict {
  if (!essais) return { etat: 'libre' }
  if (genre !== 'adresse' && essais.echecs >= SEUIL_VERROU) return { etat: 'verrou' }
  const jusqua = [essais.bloqueJusqua, genre === 'adresse' ? null : finDuPlafond(essais.recents)]
    .filter((fin): fin is Date => fin !== null && maintenant < fin)
    .sort((a, b) => b.getTime() - a.getTime())[0]
  return jusqua ? { etat: 'attente', jusqua } : { etat: 'libre' }
}

/** Until when the last 25 failures stand within 24 hours. */
function finDuPlafond(recents: Date[]): Date | null {
  const premier = recents.at(-PLAFOND_JOUR)
  return premier ? new Date(premier.getTime() + JOUR_MS) : null
}

/** What to keep after one more failure. Only for an attempt that was let through: refused ones do not lengthen the wait. */
export function apresEchec(essais: Essais | null, genre: GenreEssais, maintenant: Date): Essais {
  const precedents = genre === 'adresse' && finie(essais, maintenant) ? 0 : (essais?.echecs ?? 0)
  const echecs = precedents + 1
  const recents = [...(essais?.recents ?? []), maintenant].slice(-PLAFOND_JOUR)
  if (echecs < SEUIL_ATTENTE) return { echecs, bloqueJusqua: null, recents }
  if (echecs >= SEUIL_VERROU)
    return { echecs, bloqueJusqua: genre === 'adresse' ? dans(VERROU_ADRESSE_MS) : null, recents }
  return { echecs, bloqueJusqua: dans(ATTENTE_MS * 2 ** (echecs - SEUIL_ATTENTE)), recents }

  function dans(ms: number): Date {
    return new Date(maintenant.getTime() + ms)
  }
}

/** The lock of an address was served, or nothing failed there for as long. */
function finie(essais: Essais | null, maintenant: Date): boolean {
  const dernier = essais?.recents.at(-1)
  const calme = !dernier || maintenant.getTime() - dernier.getTime() >= VERROU_ADRESSE_MS
  return essais !== null && (essais.echecs >= SEUIL_VERROU || calme)
}

/**
 * What to keep after a success. An identifiant starts again, but for its day. An address only forgets the failures of whoever
 * has just come in, and one more for an account that had not come in of late (`credit`): signing in with an account of one's
 * own, again and again, does not open the way to those of others, and a caisse behind one address is not closed by its number.
 */
export function apresSucces(essais: Essais, genre: GenreEssais, credit: number): Essais {
  const echecs = genre === 'adresse' ? Math.max(0, essais.echecs - credit) : 0
  return { ...essais, echecs, bloqueJusqua: null }
}

/** An account that signs in again within the hour gives its address no further credit. */
export const CREDIT_MS = 3_600_000

/** What is counted as one address: the network of a home or of an office in IPv6, where each machine draws its own. */
export function reseauDe(adresse: string): string {
  if (!adresse.includes(':')) return adresse
  const [debut = '', fin] = adresse.split('::')
  const tete = debut.split(':').filter(Boolean)
  const queue = (fin ?? '').split(':').filter(Boolean)
  const zeros = fin === undefined ? 0 : Math.max(0, 8 - tete.length - queue.length)
  const groupes = [...tete, ...Array<string>(zeros).fill('0'), ...queue].slice(0, 4)
  return groupes.map((groupe) => groupe.toLowerCase().replace(/^0+(?=.)/, '')).join(':')
}

/** A link of activation or of a new password. */
export const DUREE_JETON_MS = 24 * 3_600_000

export type EtatJeton = 'valable' | 'expire' | 'utilise' | 'inconnu'

export function etatJeton(jeton: { expireLe: Date; utiliseLe: Date | null } | null, maintenant: Date): EtatJeton {
  if (!jeton) return 'inconnu'
  if (jeton.utiliseLe) return 'utilise'
  return maintenant < jeton.expireLe ? 'valable' : 'expire'
}
