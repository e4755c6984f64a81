import { type Chiffre, enParametres } from '@/lib/bilan/derriere'
import type { Bilan } from '@/lib/bilan/modele'
import { enAdresse } from '@/lib/bilan/periode'

/** Gives the address of the demandes behind a figure; null where the reader opens none. */
export type Ouvrir = (chiffre: Chiffre) => string | null

export const sansLien: Ouvrir = () => null

/** `base`: the list of one side; `autres`: whose bilan it is. */
export function versDemandes(
  base: string,
  { periode }: Pick<Bilan, 'periode'>,
  autres: Record<string, string>,
): Ouvrir {
  return (chiffre) => `${base}?${enAdresse(periode, { ...autres, ...enParametres(chiffre) })}`
}
