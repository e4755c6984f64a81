import type { Prestation, Service } from '@/lib/demandes/modele'
import type { ReglagesCaisse } from '@/lib/socle/prisma/client'

export const sections = [
  'delais',
  'habilitations',
  'conventions',
  'rendez-vous',
  'services',
  'statistiques',
  'fichiers',
  'conservation',
  'surveillance',
] as const
export type Section = (typeof sections)[number]

export function estSection(texte: string): texte is Section {
  return (sections as readonly string[]).includes(texte)
}

export const prestations = ['puma', 'c2s', 'ame', 'aide_financiere', 'autre'] as const satisfies Prestation[]

export type DelaiRegle = { delaiJours: number; seuilAlerteJours: number }

/** All that a caisse sets for itself, but its motifs and its contacts. */
export type Reglages = Omit<ReglagesCaisse, 'caisseId' | 'version'> & {
  /** No entry: no delay is announced for that prestation. */
  delais: Partial<Record<Prestation, DelaiRegle>>
  /** The five services in the order of the caisse. */
  services: { service: Service; actif: boolean }[]
}

/** What a change touches, in words; `liste`: whom or what, one by one. */
export type Effet = { texte: string; liste?: string[] }

export type LigneReglage = { cle: string; valeur: string }
