import { finPrevue, type Part } from '@/lib/conventions/cycle'
import type { PartSituee, Suspendue } from '@/lib/conventions/parts'
import { accesOuvert } from '@/lib/conventions/regles'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

/** The suspension that holds at that instant. */
export function suspensionLe(suspensions: readonly Suspendue[], instant: Date): Suspendue | null {
  return suspensions.find(({ debutLe, finLe }) => debutLe <= instant && (finLe === null || finLe > instant)) ?? null
}

type PartDatee = Pick<PartSituee, 'caisseId' | 'etat' | 'utilisationEffetLe' | 'finLe' | 'cycle'>

/** Last day of effect: decided, or the term of a convention that does not renew itself, whether the night wrote it or not. */
export function finDe(part: Pick<PartSituee, 'cycle'> & Pick<Part, 'finLe'>): DateIso | null {
  return part.cycle ? finPrevue(part.cycle, part) : part.finLe
}

/** Whether the conventions alone give access to the caisse of this part that day. */
export function enVigueur(part: PartDatee, jour: DateIso): boolean {
  const { caisseId, etat, utilisationEffetLe } = part
  return accesOuvert({ caisseId, etat, effetLe: utilisationEffetLe, finLe: finDe(part), suspendue: false }, null, jour)
}

export type RaisonFermeture = 'suspendue' | 'a_venir' | 'structure' | 'terminee' | 'sans_convention'

/**
 * Why the caisse of this part is closed to the accounts of a structure at that instant; null when it is open (règles du
 * domaine, §2).
 */
export function fermetureDe(
  part: PartDatee & { suspensions: readonly Suspendue[] },
  ouvertureStructure: DateIso | null,
  instant: Date,
): RaisonFermeture | null {
  const jour = dateAParis(instant)
  if (partFinie(part, jour)) return 'terminee'
  if (part.utilisationEffetLe === null) return 'sans_convention'
  if (suspensionLe(part.suspensions, instant)) return 'suspendue'
  if (part.utilisationEffetLe > jour) return 'a_venir'
  return ouvertureStructure !== null && ouvertureStructure > jour ? 'structure' : null
}

const etatsFinis = ['echue', 'resiliee']

/** Over for good: ended, or past its last day. */
export function partFinie(part: Pick<PartSituee, 'etat' | 'finLe' | 'cycle'>, jour: DateIso): boolean {
  const fin = finDe(part)
  return etatsFinis.includes(part.etat) || (fin !== null && fin < jour)
}

/** The last convention is over, and none is to come: nobody of the partenaire has anything left to do in the portal. */
export function partenariatTermine(
  parts: readonly Pick<PartSituee, 'etat' | 'finLe' | 'cycle'>[],
  jour: DateIso,
): boolean {
  return parts.length > 0 && parts.every((part) => partFinie(part, jour))
}
