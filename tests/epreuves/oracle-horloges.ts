import Holidays from 'date-holidays'

/**
 * The clock of a demande told a second time, another way: one calendar of days is walked through, and each day is put in a pile,
 * that of the caisse or that of the partenaire. Days of Paris are found from the offset of the zone, not by the product.
 */
export type Fait =
  | { type: 'depot' | 'cible'; le: Date; urgent: boolean; ordinaire: number | null; urgentJours: number }
  | { type: 'complement' | 'recu' | 'clore' | 'rouvrir'; le: Date }

const JOUR = 86_400_000

/** Last Sunday of March and of October, at one o’clock UTC: the rule of the European Union. */
function dernierDimanche(annee: number, mois: number): number {
  const fin = new Date(Date.UTC(annee, mois + 1, 0))
  return Date.UTC(annee, mois, fin.getUTCDate() - fin.getUTCDay(), 1)
}

/** Number of the day in Paris, since 1970. */
function numeroDuJour(instant: Date): number {
  const annee = instant.getUTCFullYear()
  const ete = instant.getTime() >= dernierDimanche(annee, 2) && instant.getTime() < dernierDimanche(annee, 9)
  return Math.floor((instant.getTime() + (ete ? 2 : 1) * 3_600_000) / JOUR)
}

const enIso = (numero: number) => new Date(numero * JOUR).toISOString().slice(0, 10)

/** The day it is in Paris. */
export const jourDeParis = (instant: Date) => enIso(numeroDuJour(instant))

export function simuler(faits: Fait[], fin: Date) {
  const dernierFait = faits.at(-1)
  const arret = numeroDuJour(dernierFait?.type === 'clore' ? dernierFait.le : fin)
  let attend = false
  let attente = 0
  let ecoules = 0
  let reste: number | null = null
  let delai: number | null = null
  const premier = numeroDuJour(faits[0]?.le ?? fin)
  let rang = 0
  for (let jour = premier; ; jour += 1) {
    // The acts of the day, in their order; what is waited at its end is waited through the night.
    for (let fait = faits[rang]; fait && numeroDuJour(fait.le) === jour; fait = faits[rang]) {
      rang += 1
      if (fait.type === 'depot' || fait.type === 'cible') {
        const plusCourt =
          fait.ordinaire === null || fait.urgentJours < fait.ordinaire ? fait.urgentJours : fait.ordinaire
        delai = fait.urgent ? plusCourt : fait.ordinaire
      } else if (fait.type === 'complement') attend = true
      else {
        if (fait.type !== 'clore') ecoules = 0
        attend = false
      }
    }
    reste = delai === null || attend ? null : delai - ecoules
    if (jour >= arret) break
    if (attend) attente += 1
    else ecoules += 1
  }
  return { aujourdhui: enIso(arret), attente, ecoules, echeanceLe: reste === null ? null : enIso(arret + reste) }
}

const calendriers = {
  france: new Holidays('FR', { types: ['public'] }),
  alsace_moselle: new Holidays('FR', '57', { types: ['public'] }),
}

const annees = new Map<string, Set<string>>()

// A year of that library takes milliseconds: asked once.
function feriesDe(annee: number, calendrier: keyof typeof calendriers): Set<string> {
  const cle = `${calendrier} ${annee}`
  const connus =
    annees.get(cle) ?? new Set(calendriers[calendrier].getHolidays(annee).map(({ date }) => date.slice(0, 10)))
  annees.set(cle, connus)
  return connus
}

/** The n-th working day after a day, every day asked to a calendar of holidays that is not the product’s. */
export function joursOuvresUnParUn(jour: string, n: number, calendrier: keyof typeof calendriers): string {
  let courant = Date.parse(`${jour}T12:00:00Z`)
  for (let reste = n; reste > 0; ) {
    courant += JOUR
    const date = new Date(courant)
    const semaine = date.getUTCDay()
    const ferie = feriesDe(date.getUTCFullYear(), calendrier).has(date.toISOString().slice(0, 10))
    if (semaine !== 0 && semaine !== 6 && !ferie) reste -= 1
  }
  return new Date(courant).toISOString().slice(0, 10)
}
