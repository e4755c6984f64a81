import { Temporal } from 'temporal-polyfill'
import { messageriesGrandPublic } from '@/lib/habilitations/messageries'
import { enumerer } from '@/lib/socle/francais'
import type { DateIso } from '@/lib/socle/temps'

/** Seats of gestionnaires by number of members (règles du domaine, §3): strict, for every caisse. */
export function quotaGestionnaires(membres: number): number {
  return membres <= 10 ? 2 : membres <= 25 ? 3 : 5
}

/** Seats of techniciens by number of members (règles du domaine, §3), where a caisse sets them. */
export function quotaTechniciens(membres: number): number {
  return membres <= 10 ? 5 : membres <= 25 ? 15 : 25
}

/** `quota` and `libres` are null where nothing limits; `depassement`: accounts beyond the quota, which keep their access. */
export type Places = { quota: number | null; occupees: number; libres: number | null; depassement: number }

export function compterPlaces(quota: number | null, occupees: number): Places {
  return {
    quota,
    occupees,
    libres: quota === null ? null : Math.max(0, quota - occupees),
    depassement: quota === null ? 0 : Math.max(0, occupees - quota),
  }
}

const estSous = (domaine: string, parent: string) => domaine === parent || domaine.endsWith(`.${parent}`)

/** Name of the consumer provider a domain belongs to, if any. */
export function messagerieGrandPublic(domaine: string): string | null {
  const parties = domaine.toLowerCase().split('.')
  for (let rang = 0; rang < parties.length - 1; rang += 1) {
    const parent = parties.slice(rang).join('.')
    if (messageriesGrandPublic.has(parent)) return parent
  }
  return null
}

/**
 * Whether an address is professional (règles du domaine, §3): one of the declared domains of the partenaire or under one of
 * them, never a consumer mailbox even if declared. The message to show, or null when it is accepted.
 */
export function verifierCourriel(courriel: string, domaines: string[]): string | null {
  const domaine = courriel.trim().toLowerCase().split('@')[1] ?? ''
  if (!domaine) return 'Cette adresse n’est pas complète. Exemple\u00a0: prenom.nom@votre-organisme.fr'
  const grandPublic = messagerieGrandPublic(domaine)
  if (grandPublic)
    return `«\u00a0${grandPublic}\u00a0» est une messagerie grand public. Indiquez l’adresse professionnelle de la personne.`
  const declares = domaines.map((declare) => declare.trim().toLowerCase().replace(/^@/, '')).filter(Boolean)
  if (declares.some((declare) => estSous(domaine, declare))) return null
  if (declares.length === 0)
    return 'Aucun domaine de messagerie n’est déclaré pour cet organisme. La caisse l’ajoute à la fiche du partenaire, puis le compte peut être créé.'
  return `Le domaine «\u00a0${domaine}\u00a0» n’est pas déclaré pour cet organisme (${enumerer(declares)}). Indiquez l’adresse professionnelle, ou faites ajouter ce domaine par la caisse.`
}

const MOIS_AVANT_EFFACEMENT = 6
const MOIS_ATTESTATION = 12

const dans = (jour: DateIso, mois: number) => Temporal.PlainDate.from(jour).add({ months: mois }).toString()

/** The day an account inactivated that day is deleted (règles du domaine, §3). */
export function effacementLe(inactiveLe: DateIso): DateIso {
  return dans(inactiveLe, MOIS_AVANT_EFFACEMENT)
}

/** An attestation holds for a year: it is to be renewed from its anniversary on. */
export function attestationARenouveler(attesteeLe: DateIso | null, aujourdhui: DateIso): boolean {
  return attesteeLe === null || aujourdhui >= dans(attesteeLe, MOIS_ATTESTATION)
}
