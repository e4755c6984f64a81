import { NOUVELLE_JOURS } from '@/lib/actualites/modele'

export type Situation = 'brouillon' | 'programmee' | 'publiee' | 'archivee' | 'retiree'

/** Where an actualité stands at that instant: one whose end has come is archived. */
export function situationDe({ etat, finLe }: { etat: string; finLe: Date | null }, maintenant: Date): Situation {
  if (etat === 'publiee' && finLe && finLe <= maintenant) return 'archivee'
  return etat as Situation
}

export const estRecente = (publieeLe: Date, maintenant: Date): boolean =>
  publieeLe.getTime() > maintenant.getTime() - NOUVELLE_JOURS * 86_400_000
