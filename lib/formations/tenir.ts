import { type Lecteur, prevenirDeLaFormation } from '@/lib/formations/prevenir'
import type { Contexte } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { jourDe } from '@/lib/socle/jour'

/**
 * A session within one's reach, held until the end of the transaction: seats are given one after the other, whoever asks at the
 * same moment.
 */
export async function tenirFormation({ tx }: Pick<Contexte, 'tx'>, id: string, caisseId?: string) {
  await tx.$executeRaw`SELECT ep_tenir_formation(${id}::uuid)`
  // Read after the lock: what another has just written is seen.
  const formation = await tx.formation.findUnique({ where: { id, caisseId } })
  if (!formation) throw new ErreurMetier('introuvable')
  return { ...formation, jusquau: jourDe(formation.inscriptionsJusquau) }
}

export type FormationTenue = Awaited<ReturnType<typeof tenirFormation>>

/** The same, for a référent of its caisse. */
export const tenirSaFormation = (contexte: Contexte, id: string): Promise<FormationTenue> =>
  tenirFormation(contexte, id, contexte.acteur.caisse?.id ?? '')

/** Gives the free seats to those who wait, and tells them. */
export async function promouvoirAttente(tx: Transaction, formationId: string, maintenant: Date): Promise<number> {
  const promus = await tx.$queryRaw<(Lecteur & { id: string })[]>`
    SELECT id, "compteId", prenom, courriel FROM ep_promouvoir_attente(${formationId}::uuid, ${maintenant}::timestamptz)`
  if (promus.length === 0) return 0
  const formation = await tx.formation.findUniqueOrThrow({ where: { id: formationId } })
  await prevenirDeLaFormation(tx, formation, 'formation_place', promus, { methode: 'REQUEST', maintenant })
  return promus.length
}

/** Those who have a seat, or who wait, and can still be written to. */
export async function lecteursDe(
  tx: Transaction,
  formationId: string,
  etat: 'inscrite' | 'attente',
): Promise<Lecteur[]> {
  const inscriptions = await tx.inscriptionFormation.findMany({
    where: { formationId, etat },
    orderBy: { id: 'asc' },
    select: { compteId: true },
  })
  const comptes = await tx.compte.findMany({
    where: { id: { in: inscriptions.map(({ compteId }) => compteId) }, etat: 'actif' },
    select: { id: true, prenom: true, courriel: true },
    orderBy: { id: 'asc' },
  })
  return comptes.map(({ id, ...compte }) => ({ compteId: id, ...compte }))
}
