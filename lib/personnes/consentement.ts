import { type FormeConsentement, libellesConsentement } from '@/lib/personnes/libelles'
import { dateAvecAnnee } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'

/** How the person agreed, and when; those filed before it was asked say so. */
export function consentementEnMots({
  consentement,
  consentementLe,
}: {
  consentement: string | null
  consentementLe: Date | null
}): string {
  if (!consentement || !consentementLe) return 'Accord de la personne\u00A0: forme et date non notées.'
  return `${libellesConsentement[consentement as FormeConsentement]} de la personne, le ${dateAvecAnnee(jourDe(consentementLe))}.`
}
