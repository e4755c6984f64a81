import { pluriel } from '@/lib/socle/format'
import type { Structure } from '@/lib/socle/prisma/client'

type Voulue = { id?: string; nom: string; nombreMembres: number }
type Erreurs = Record<string, string>

/** Two structures of a partenaire bear two names, and none has more members than the whole. `champ`: prefix of the fields. */
export function verifierStructure(
  voulue: Voulue,
  { autres, total, champ = '' }: { autres: Pick<Structure, 'id' | 'nom'>[]; total: number; champ?: string },
): Erreurs {
  const memeNom = autres.some(
    ({ id, nom }) => id !== voulue.id && nom.localeCompare(voulue.nom, 'fr', { sensitivity: 'base' }) === 0,
  )
  return {
    ...(memeNom && {
      [`${champ}nom`]: 'Une autre structure du partenaire porte ce nom\u00A0: donnez à chacune le sien.',
    }),
    ...(voulue.nombreMembres > total && {
      [`${champ}nombreMembres`]: `Le partenaire entier déclare ${pluriel(total, 'membre')}\u00A0: une structure ne peut pas en avoir plus. Changez d’abord le nombre de membres du partenaire.`,
    }),
  }
}
