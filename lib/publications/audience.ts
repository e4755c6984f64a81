import { z } from 'zod'
import { codesTypePartenaire } from '@/lib/partenaires/libelles'
import type { Acteur } from '@/lib/socle/acteur'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Whom news and documents may be addressed to: the profiles of a partenaire, the roles of a caisse. */
export const lecteurs = {
  technicien: 'Techniciens',
  gestionnaire: 'Gestionnaires',
  agent: 'Agents',
  referent: 'Référents',
  dpo: 'Délégués à la protection des données',
} as const

export type Lecteur = keyof typeof lecteurs

export const cles = <C extends string>(de: Record<C, unknown>) => Object.keys(de) as [C, ...C[]]

/** Fields of every form that says whom something is for. Empty lists are for all. */
export const champsAudience = {
  profils: z
    .array(z.enum(cles(lecteurs)), { error: 'Choisissez pour qui' })
    .min(1, 'Choisissez pour qui')
    .transform((choisis) => [...new Set(choisis)]),
  types: z.array(z.enum(codesTypePartenaire)).default([]),
  /** Of a national one only. */
  caisses: z.array(z.uuid()).max(200).default([]),
}

export type Audience = { caisseId: string | null; caisses: string[]; types: string[]; profils: string[] }

/** What is written by a référent is its caisse's, and by an administrateur, national: null. */
export const caisseDeLaPublication = ({ profil, caisse }: Acteur): string | null =>
  profil === 'administrateur' ? null : (caisse?.id ?? '')

/** The caisses chosen, by who may choose. */
export function caissesChoisies(acteur: Acteur, caisses: string[]): string[] {
  if (caisses.length > 0 && acteur.profil !== 'administrateur')
    throw new ErreurMetier('saisie', undefined, { caisses: 'Ce que publie une caisse est pour ses partenaires.' })
  return [...new Set(caisses)]
}

/** Addressed to this acteur, and not only within its reach: a caisse reads all that is said to its partenaires. */
export const estPourMoi = ({ profil, roles }: Pick<Acteur, 'profil' | 'roles'>, profils: readonly string[]): boolean =>
  profil === 'caisse' ? roles.some((role) => profils.includes(role)) : profils.includes(profil)

/** Held by this acteur. */
export const tient = (acteur: Acteur, caisseId: string | null): boolean =>
  acteur.profil === 'administrateur'
    ? caisseId === null
    : acteur.roles.includes('referent') && acteur.profil === 'caisse' && caisseId === acteur.caisse?.id
