import type { LigneReglage } from '@/lib/reglages/modele'

export type Changement = { cle: string; avant: string; apres: string }

/** What differs between two states of the settings, in words. */
export function comparer(avant: LigneReglage[], apres: LigneReglage[]): Changement[] {
  return apres.flatMap(({ cle, valeur }) => {
    const ancienne = avant.find((ligne) => ligne.cle === cle)?.valeur ?? ''
    return ancienne === valeur ? [] : [{ cle, avant: ancienne, apres: valeur }]
  })
}
