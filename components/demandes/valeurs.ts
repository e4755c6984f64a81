import type { PartiesDate } from '@/components/formulaire/champ-date'

/** Answers of a draft, kept as they were typed: anything may be absent or of another shape. */
export type Valeurs = Readonly<Record<string, unknown>>

export function texteDe(valeurs: Valeurs, nom: string): string | undefined {
  const valeur = valeurs[nom]
  return typeof valeur === 'string' ? valeur : undefined
}

/** Whether the text of this field was kept in spite of the warning about health. */
export const estGarde = (valeurs: Valeurs, nom: string): boolean => texteDe(valeurs, `${nom}__sante`) === 'gardee'

export function listeDe(valeurs: Valeurs, nom: string): string[] {
  const valeur = valeurs[nom]
  return Array.isArray(valeur) ? valeur.filter((element) => typeof element === 'string') : []
}

export function dateDe(valeurs: Valeurs, nom: string): PartiesDate {
  const valeur = valeurs[nom]
  if (typeof valeur !== 'object' || valeur === null) return {}
  const parties = valeur as Valeurs
  return { jour: texteDe(parties, 'jour'), mois: texteDe(parties, 'mois'), annee: texteDe(parties, 'annee') }
}
