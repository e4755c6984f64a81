import { lireSaisie, type Saisie } from '@/lib/socle/saisie'

/** The fields of a GET form as an object, as those of an action: `le.jour` nests. */
export function lireRecherche(recherche: Record<string, string | string[] | undefined>): Saisie {
  const donnees = new FormData()
  for (const [cle, valeur] of Object.entries(recherche)) if (typeof valeur === 'string') donnees.append(cle, valeur)
  return lireSaisie(donnees)
}
