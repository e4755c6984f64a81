import { champsIdentite, type Identite } from '@/lib/habilitations/schema'
import { ajouterJours, ajouterJoursOuvres, type CalendrierFerie, type DateIso, estOuvre } from '@/lib/socle/temps'

export const typesDemande = ['creation', 'modification', 'inactivation'] as const
export type TypeDemande = (typeof typesDemande)[number]

export type EtatDemande = 'deposee' | 'appliquee' | 'refusee' | 'retiree'

/**
 * Last day to answer, in working days of the caisse (règles du domaine, §5). The day of filing is never counted, open or
 * closed, at whatever hour it comes in.
 */
export function echeanceDemande(deposeeLe: DateIso, delaiJoursOuvres: number, calendrier: CalendrierFerie): DateIso {
  return ajouterJoursOuvres(deposeeLe, delaiJoursOuvres, calendrier)
}

/** Working days after a, up to b included; b must not come before a. */
export function joursOuvresEntre(a: DateIso, b: DateIso, calendrier: CalendrierFerie): number {
  let nombre = 0
  for (let jour = ajouterJours(a, 1); jour <= b; jour = ajouterJours(jour, 1))
    if (estOuvre(jour, calendrier)) nombre += 1
  return nombre
}

/** First day a gestionnaire account may be closed when it is asked for that day: calendar days (règles du domaine, §3). */
export function premiereDateInactivation(jour: DateIso, preavisJours: number): DateIso {
  return ajouterJours(jour, preavisJours)
}

const auPlusJours = 366

/** Why a wished day can't be taken, or null: too early for the notice, or too far to mean anything. */
export function refusDateSouhaitee(
  souhaitee: DateIso,
  jour: DateIso,
  preavisJours: number,
): { raison: 'preavis'; premiere: DateIso } | { raison: 'lointaine' } | null {
  const premiere = premiereDateInactivation(jour, preavisJours)
  if (souhaitee < premiere) return { raison: 'preavis', premiere }
  return souhaitee > ajouterJours(jour, auPlusJours) ? { raison: 'lointaine' } : null
}

/** The day an inactivation takes effect once applied: null for at once, as the caisse sets it or because the day has come. */
export function effetInactivation(reglage: string, souhaitee: DateIso | null, jour: DateIso): DateIso | null {
  return reglage === 'immediate' || souhaitee === null || souhaitee <= jour ? null : souhaitee
}

export type Changement = { champ: keyof Identite; avant: string; apres: string }

/** What differs between an account and what is asked, in the order of the form. */
export function changements(avant: Record<keyof Identite, string | null>, apres: Identite): Changement[] {
  return champsIdentite
    .filter((champ) => (avant[champ] ?? '') !== apres[champ])
    .map((champ) => ({ champ, avant: avant[champ] ?? '', apres: apres[champ] }))
}
