/**
 * The access rule of the règles du domaine, §2, told a second time, slowly: day after day, on plain numbers. It shares no code
 * with the product, and must not: it is what the product is compared with.
 */

/** Days are numbers, from 1 January 1970. */
export type Jour = number

export type Acte =
  | { type: 'denonciation'; jour: Jour }
  | { type: 'mise_en_demeure'; jour: Jour; delai: number }
  | { type: 'regularisation'; jour: Jour }
  /** `effet`: first day without access. */
  | { type: 'resiliation'; jour: Jour; effet: Jour }

export type Convention = {
  caisse: number
  /** Null: a draft that nobody signed. */
  signature: Jour | null
  effet: Jour
  /** The convention d'utilisation may open later. */
  utilisation: Jour
  dureeMois: number
  tacite: boolean
  preavisMois: number
  actes: Acte[]
}

export type Histoire = {
  conventions: Convention[]
  /** Both ends included; no end: still suspended. */
  suspensions: { caisse: number; du: Jour; au: Jour | null }[]
  ouverture: Jour | null
}

const MS = 86_400_000

export const ecrireJour = (jour: Jour): string => new Date(jour * MS).toISOString().slice(0, 10)

/** The same day of the month, some months later or earlier. Where the month is too short, the first day of the next one. */
function decaler(jour: Jour, mois: number): Jour {
  const date = new Date(jour * MS)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + mois, date.getUTCDate()) / MS <
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + mois + 1, 1) / MS
    ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + mois, date.getUTCDate()) / MS
    : Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + mois + 1, 1) / MS
}

/** The same, but the last day of a month that is too short: how a notice is counted backwards. */
function reculer(jour: Jour, mois: number): Jour {
  const date = new Date(jour * MS)
  const dernier = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - mois + 1, 0)).getUTCDate()
  const quantieme = Math.min(date.getUTCDate(), dernier)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - mois, quantieme) / MS
}

/** Whether the convention is alive that day: walked from its effect, one day at a time. */
function vivante(convention: Convention, cible: Jour): boolean {
  const { signature, effet, dureeMois, tacite, preavisMois, actes } = convention
  if (signature === null || signature > cible || cible < effet) return false
  let rang = 1
  let anniversaire = decaler(effet, dureeMois)
  let denoncee: Jour | null = null
  let resiliee: Jour | null = null
  let enDemeure = false
  for (let jour = Math.min(effet, ...actes.map((acte) => acte.jour)); jour <= cible; jour += 1) {
    if (jour >= effet && jour === anniversaire) {
      // A period is over: the convention goes on by tacit renewal only, and only if nobody gave notice in time.
      if (!tacite || (denoncee !== null && denoncee < reculer(anniversaire, preavisMois))) return false
      rang += 1
      anniversaire = decaler(effet, rang * dureeMois)
    }
    if (resiliee === jour) return false
    for (const acte of actes) {
      if (acte.jour !== jour) continue
      if (acte.type === 'denonciation' && resiliee === null) denoncee ??= jour
      if (acte.type === 'mise_en_demeure') enDemeure = true
      if (acte.type === 'regularisation') enDemeure = false
      if (acte.type === 'resiliation' && enDemeure && resiliee === null) {
        resiliee = acte.effet
        if (acte.effet === jour) return false
      }
    }
  }
  return true
}

/** Caisses whose services the accounts of the structure may use that day. */
export function acces({ conventions, suspensions, ouverture }: Histoire, jour: Jour): number[] {
  if (ouverture !== null && jour < ouverture) return []
  const ouvertes = new Set<number>()
  for (const convention of conventions) {
    const suspendue = suspensions.some(
      ({ caisse, du, au }) => caisse === convention.caisse && du <= jour && (au === null || jour <= au),
    )
    if (!suspendue && jour >= convention.utilisation && vivante(convention, jour)) ouvertes.add(convention.caisse)
  }
  return [...ouvertes].sort()
}
