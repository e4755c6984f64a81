import type { EtatRendezVous } from '@/lib/rendez-vous/modele'

export type ActeRendezVous =
  | 'proposer'
  | 'fixer'
  | 'choisir'
  | 'demander_autre'
  | 'deplacer'
  | 'annuler'
  | 'honorer'
  | 'manquer'

export type Cote = 'partenaire' | 'caisse'

type Passage = { depuis: readonly (EtatRendezVous | null)[]; vers: EtatRendezVous | null; cotes: readonly Cote[] }

const lesDeux: readonly Cote[] = ['partenaire', 'caisse']

/**
 * Life of a rendez-vous (règles du domaine, §4). `null` before: the demande has none in progress; `null` after: the state stays.
 * Slots may be offered while a rendez-vous is fixed: it holds until another one is chosen, and nobody is left without.
 */
const passages: Record<ActeRendezVous, Passage> = {
  proposer: { depuis: [null, 'propose', 'fixe'], vers: null, cotes: ['caisse'] },
  fixer: { depuis: [null, 'propose'], vers: 'fixe', cotes: ['caisse'] },
  choisir: { depuis: ['propose'], vers: 'fixe', cotes: ['partenaire'] },
  deplacer: { depuis: ['fixe'], vers: 'fixe', cotes: lesDeux },
  demander_autre: { depuis: ['propose', 'fixe'], vers: null, cotes: ['partenaire'] },
  annuler: { depuis: ['propose', 'fixe'], vers: 'annule', cotes: lesDeux },
  honorer: { depuis: ['fixe', 'manque'], vers: 'honore', cotes: ['caisse'] },
  manquer: { depuis: ['fixe', 'honore'], vers: 'manque', cotes: ['caisse'] },
}

export type Situation = {
  etat: EtatRendezVous | null
  debutLe: Date | null
  /** The demande is open: a closed one keeps its rendez-vous, and gets no other one. */
  ouverte: boolean
}

/** Whether a side may do that now. Held or missed is said once the hour has come; what has begun is neither moved nor cancelled by the partenaire. */
export function possible(acte: ActeRendezVous, cote: Cote, { etat, debutLe, ouverte }: Situation, maintenant: Date) {
  const { depuis, cotes } = passages[acte]
  if (!cotes.includes(cote) || !depuis.includes(etat)) return false
  const commence = debutLe !== null && debutLe <= maintenant
  switch (acte) {
    case 'honorer':
    case 'manquer':
      return commence
    case 'deplacer':
    case 'annuler':
    case 'demander_autre':
      // Until somebody says how it went, the caisse may still put off or cancel what was to be held.
      if (acte === 'demander_autre' && !ouverte) return false
      return cote === 'caisse' || !(etat === 'fixe' && commence)
    default:
      return ouverte
  }
}

/** State after an act that `possible` allows. */
export function etatApres(acte: ActeRendezVous, etat: EtatRendezVous | null): EtatRendezVous {
  return passages[acte].vers ?? etat ?? 'propose'
}

type Offre = { id: string; debutLe: Date; pris: number; capacite: number; ferme: boolean }

export type Disponibilite = 'libre' | 'partiel' | 'complet' | 'ferme' | 'passe'

/** What can still be done with a slot. */
export function disponibilite({ debutLe, pris, capacite, ferme }: Omit<Offre, 'id'>, maintenant: Date): Disponibilite {
  if (debutLe <= maintenant) return 'passe'
  if (pris >= capacite) return 'complet'
  if (ferme) return 'ferme'
  return pris > 0 ? 'partiel' : 'libre'
}

export const choisissable = (offre: Omit<Offre, 'id'>, maintenant: Date) =>
  ['libre', 'partiel'].includes(disponibilite(offre, maintenant))

/** Slots offered that can still be chosen, soonest first. */
export function restants<O extends Offre>(offres: readonly O[], maintenant: Date, sauf?: string | null): O[] {
  return offres
    .filter((offre) => offre.id !== sauf && choisissable(offre, maintenant))
    .sort((a, b) => a.debutLe.getTime() - b.debutLe.getTime())
}
