import type { Places } from '@/lib/habilitations/regles'
import { pluriel } from '@/lib/socle/format'

/** «1 place libre sur 3», «3 sur 3 occupées», «2 comptes au-delà du quota de 3», «7 comptes, sans limite». */
export function placesEnMots({ quota, occupees, libres, depassement }: Places): string {
  if (quota === null) return `${pluriel(occupees, 'compte')}, sans limite`
  if (depassement > 0) return `${pluriel(depassement, 'compte')} au-delà du quota de ${quota}`
  return libres === 0
    ? `${quota} sur ${quota} occupées`
    : `${pluriel(libres ?? 0, 'place libre', 'places libres')} sur\u00A0${quota}`
}
