import { dateSansAnnee } from '@/lib/socle/format'
import type { DateIso } from '@/lib/socle/temps'

type Personne = { civilite: string; prenom: string; nom: string }

const absent = ({ civilite }: Pick<Personne, 'civilite'>) => (civilite === 'monsieur' ? 'absent' : 'absente')
const accorde = ({ civilite }: Pick<Personne, 'civilite'>) => (civilite === 'monsieur' ? '' : 'e')

/** «absente jusqu’au 12 mai», «absent jusqu’à nouvel ordre». */
export function absenceJusquau(
  personne: Pick<Personne, 'civilite'>,
  finLe: DateIso | null,
  aujourdhui: DateIso,
): string {
  return `${absent(personne)} ${finLe ? `jusqu’au ${dateSansAnnee(finLe, aujourdhui)}` : 'jusqu’à nouvel ordre'}`
}

/** «absente jusqu’au 12 mai, remplacée par Félix Aubertin»; null when there. */
export function absenceEnMots(
  personne: Pick<Personne, 'civilite'> & { absence: { finLe: DateIso | null; remplacant: string } | null },
  aujourdhui: DateIso,
): string | null {
  const { absence } = personne
  if (!absence) return null
  return `${absenceJusquau(personne, absence.finLe, aujourdhui)}, remplacé${accorde(personne)} par ${absence.remplacant}`
}

/** «du 3 au 12 mai», «à partir du 3 mai, sans date de retour connue», «le 3 mai». */
export function periodeEnMots(
  { debutLe, finLe }: { debutLe: DateIso; finLe: DateIso | null },
  aujourdhui: DateIso,
): string {
  const debut = dateSansAnnee(debutLe, aujourdhui)
  if (finLe === null) return `à partir du ${debut}, date de retour à dire`
  if (finLe === debutLe) return `le ${debut}`
  return `du ${debut} au ${dateSansAnnee(finLe, aujourdhui)}`
}
