/** Columns whose content is free: a date inside stays as it was written. */
const libres = new Set([
  'details',
  'donnees',
  'libellesPieces',
  'piecesAbsentes',
  'attestations',
  'variantes',
  'preferences',
])

const estDate = (nom: string) => nom === 'le' || nom === 'dateNaissance' || /[a-z]Le$/.test(nom)

/**
 * Rows that PostgreSQL gave as JSON, with their dates, as Prisma would give them: the columns that are dates all end in «Le»
 * (a birth date apart). What is inside the columns of free content is left alone.
 */
export function dater<T>(lu: unknown): T {
  if (Array.isArray(lu)) for (const element of lu) dater(element)
  else if (lu && typeof lu === 'object') {
    const ligne = lu as Record<string, unknown>
    for (const nom in ligne) {
      const valeur = ligne[nom]
      if (typeof valeur === 'string') {
        if (estDate(nom)) ligne[nom] = new Date(valeur)
      } else if (valeur && typeof valeur === 'object' && !libres.has(nom)) dater(valeur)
    }
  }
  return lu as T
}
