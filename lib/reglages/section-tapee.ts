import type { Reglages, Section } from '@/lib/reglages/modele'
import type { Valeurs } from '@/lib/reglages/sections/definition'
import { sectionReglee } from '@/lib/reglages/sections/registre'
import { erreursParChamp, lireSaisie } from '@/lib/socle/saisie'

type Lecture =
  | { erreurs: Record<string, string>; valeurs?: undefined }
  | { valeurs: Partial<Reglages>; erreurs?: undefined }

/** A section as typed: what it sets, or a message at each field. */
export function lireSection(section: Section, tape: unknown): Lecture {
  const lecture = sectionReglee(section).schema.safeParse(tape)
  return lecture.success ? { valeurs: lecture.data } : { erreurs: erreursParChamp(lecture.error) }
}

/** The parameters of an address as the fields of the form that wrote them. */
export function valeursDeLAdresse(requete: Record<string, string | string[] | undefined>): Valeurs {
  return Object.fromEntries(
    Object.entries(requete).flatMap(([nom, valeur]) =>
      valeur === undefined ? [] : [[nom, nom.endsWith('[]') ? [valeur].flat() : ([valeur].flat()[0] ?? '')]],
    ),
  )
}

/** The same, nested as an action receives them. */
export function saisieDesValeurs(valeurs: Valeurs) {
  const donnees = new FormData()
  for (const [nom, valeur] of Object.entries(valeurs))
    for (const element of [valeur].flat()) donnees.append(nom, element)
  return lireSaisie(donnees)
}
