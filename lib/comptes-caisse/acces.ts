import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import type { Prisma } from '@/lib/socle/prisma/client'

/** Accounts managed here. The database keeps to a référent those of its caisse; an administrateur reaches those of all, and the administrateurs. */
export const comptesAGerer: Prisma.CompteWhereInput = { profil: { in: ['caisse', 'administrateur'] }, supprimeLe: null }

/** One’s own account is changed by somebody else: nobody gives oneself a role, nor shuts oneself out. */
export function refuserSoi({ acteur }: Contexte, compteId: string): void {
  if (acteur.compteId === compteId)
    throw new ErreurMetier(
      'etat_change',
      'C’est votre propre compte\u00A0: un autre référent, ou l’administration nationale, peut le modifier.',
    )
}

const colonnes = {
  id: true,
  identifiant: true,
  profil: true,
  roles: true,
  civilite: true,
  nom: true,
  prenom: true,
  fonction: true,
  telephone: true,
  courriel: true,
  etat: true,
  caisseId: true,
  version: true,
} as const

/**
 * Reads an account to act on it. Acts on the accounts of a caisse follow one another, so that two people cannot each take away
 * one of the last two référents. Out of reach is «introuvable».
 */
export async function compteAGerer(contexte: Contexte, compteId: string) {
  const { tx } = contexte
  const where = { id: compteId, ...comptesAGerer }
  const vu = await tx.compte.findFirst({ where, select: { caisseId: true } })
  if (!vu) throw new ErreurMetier('introuvable')
  await verrouillerComptes(tx, vu.caisseId)
  return tx.compte.findFirstOrThrow({ where, select: colonnes })
}

export type CompteGere = Awaited<ReturnType<typeof compteAGerer>>

/** `null`: the administrateurs. */
export async function verrouillerComptes(tx: Contexte['tx'], caisseId: string | null): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`comptes ${caisseId ?? 'administration'}`}))::text`
}

/** Refuses what would leave a caisse without active référent, or the portal without active administrateur. */
export async function exigerUnAutre({ tx }: Contexte, compte: CompteGere, consequence: string): Promise<void> {
  if (compte.etat !== 'actif') return
  const caisse = compte.profil === 'caisse'
  if (caisse && !compte.roles.includes('referent')) return
  const autres = await tx.compte.count({
    where: {
      profil: compte.profil,
      etat: 'actif',
      supprimeLe: null,
      id: { not: compte.id },
      ...(caisse ? { caisseId: compte.caisseId, roles: { has: 'referent' } } : {}),
    },
  })
  if (autres > 0) return
  const qui = caisse ? 'référent actif de la caisse' : 'administrateur actif du portail'
  throw new ErreurMetier(
    'etat_change',
    `C’est le dernier ${qui}\u00A0: ${consequence}. Créez d’abord le compte de son successeur, et attendez qu’il l’active.`,
  )
}
