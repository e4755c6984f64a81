/** How a file stands, for someone who is of neither side. */
const etatsFichier: Record<string, string> = {
  saine: 'Sain',
  non_analysee: 'Non analysé',
  en_analyse: 'En cours d’analyse',
  infectee: 'Infecté, détruit',
  refusee: 'Refusé',
}

export const etatFichierEnMots = (etat: string): string => etatsFichier[etat] ?? etat
