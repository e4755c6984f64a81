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
export const etatsEnVigueur = ['signee', 'en_vigueur', 'denoncee', 'mise_en_demeure']

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

/** Days before the last one on which gestionnaires are told that an access closes; 0 is the last day itself. */
export const rappelsAvantFin = [30, 14, 0]

export type Acte =
  | 'modifier'
  | 'signer'
  | 'abandonner'
  | 'avenant'
  | 'denoncer'
  | 'retirer'
  | 'mettre_en_demeure'
  | 'lever'
  | 'resilier'
  | 'document'
  | 'habilitation'
  | 'renouveler'

/** What acts depend on, for the part of the caisse that acts. Days are ISO days. */
export type SituationPart = {
  etat: string
  /** Effect of the convention métier. */
  effetLe: string | null
  finLe: string | null
  causeFin?: string | null
  miseEnDemeureLe: string | null
  miseEnDemeureEcheanceLe: string | null
  /** Somebody has signed: the common text changes by an avenant only. */
  texteSigne: boolean
}

/** Signed, and its last day is not past, whatever the night has written. */
export function estVivante(part: Pick<SituationPart, 'etat' | 'finLe'>, jour: string): boolean {
  return etatsEnVigueur.includes(part.etat) && (part.finLe === null || jour <= part.finLe)
}

/** Acts that the part allows that day, in the order of the page. */
export function actesPossibles(part: SituationPart, jour: string): Acte[] {
  if (part.etat === 'brouillon')
    return [
      // A text without its effect date is not ready to be signed.
      ...(part.effetLe === null ? [] : (['signer'] as const)),
      ...(part.texteSigne ? [] : (['modifier'] as const)),
      'document',
      'abandonner',
    ]
  if (!estVivante(part, jour)) return ['document', 'renouveler']
  const enVigueur = part.effetLe !== null && part.effetLe <= jour
  const resiliationDecidee = part.causeFin === 'resiliation'
  const actes: (Acte | false)[] = [
    enVigueur && !resiliationDecidee && part.causeFin == null && 'denoncer',
    part.causeFin === 'denonciation' && 'retirer',
    enVigueur && !resiliationDecidee && part.miseEnDemeureLe === null && 'mettre_en_demeure',
    part.miseEnDemeureLe !== null && !resiliationDecidee && 'lever',
    part.miseEnDemeureLe !== null && !resiliationDecidee && 'resilier',
    'avenant',
    'document',
    'habilitation',
    part.causeFin === 'terme' && 'renouveler',
  ]
  return actes.filter((acte): acte is Acte => acte !== false)
}

/** State of a live part, from its facts: a mise en demeure shows first, then a dénonciation. */
export function etatVivant(part: Omit<SituationPart, 'etat' | 'texteSigne'>, jour: string): string {
  if (part.miseEnDemeureLe !== null) return 'mise_en_demeure'
  if (part.causeFin === 'denonciation') return 'denoncee'
  return part.effetLe !== null && part.effetLe <= jour ? 'en_vigueur' : 'signee'
}
