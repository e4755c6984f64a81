/** The part of one caisse in a convention, as far as access is concerned. Dates are ISO days (`YYYY-MM-DD`). */
export type AccesConvention = {
  caisseId: string
  etat: string
  /** First day of effect of the convention d'utilisation. */
  effetLe: string | null
  /** Last day of effect. */
  finLe: string | null
  suspendue: boolean
}

/**
 * Signed, a convention is in force from its first day to its last, whether the night that says so has run or not;
 * dénoncée or under mise en demeure, it stays in force until its last day.
 */
const etatsEnVigueur = ['signee', 'en_vigueur', 'denoncee', 'mise_en_demeure']

/**
 * Access rule (règles du domaine, §2): a caisse is open while a convention d'utilisation in force covers it, the
 * opening date of the structure has come, and the caisse has not suspended the partenaire.
 */
export function accesOuvert(convention: AccesConvention, ouvertureStructure: string | null, jour: string): boolean {
  return (
    etatsEnVigueur.includes(convention.etat) &&
    convention.effetLe !== null &&
    convention.effetLe <= jour &&
    (convention.finLe === null || jour <= convention.finLe) &&
    (ouvertureStructure === null || ouvertureStructure <= jour) &&
    !convention.suspendue
  )
}
