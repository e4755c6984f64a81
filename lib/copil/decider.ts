import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { auJournal, lireEnPreparation, lireSonCopil, pageDe } from '@/lib/copil/lire-copil'
import { DECISIONS_MAX } from '@/lib/copil/modele'
import type { deciderSchema, noterSchema, unCopilSchema } from '@/lib/copil/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAvecAnnee } from '@/lib/socle/format'
import { enDate, jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

/** A référent writes what is decided, while the COPIL is not held. */
export async function ajouterDecision(
  contexte: Contexte,
  { id, texte, porteur, echeanceLe }: z.output<typeof deciderSchema>,
): Promise<Suite> {
  const { tx } = contexte
  const copil = await lireEnPreparation(contexte, id)
  const du = jourDe(copil.du)
  if (echeanceLe && echeanceLe < du)
    throw new ErreurMetier('saisie', undefined, {
      echeanceLe: `La période regardée commence le ${dateAvecAnnee(du)} : l’échéance ne peut pas venir avant.`,
    })
  // One after the other, so that two never have the same rank.
  await tx.$queryRaw`SELECT id FROM copil WHERE id = ${id}::uuid FOR UPDATE`
  const decisions = await tx.decisionCopil.findMany({ where: { copilId: id }, select: { rang: true } })
  if (decisions.length >= DECISIONS_MAX)
    throw new ErreurMetier('saisie', undefined, {
      texte: `Un COPIL garde au plus ${DECISIONS_MAX} décisions : réunissez-en plusieurs, ou retirez-en une.`,
    })
  await tx.decisionCopil.createMany({
    data: [
      {
        id: randomUUID(),
        copilId: id,
        caisseId: copil.caisseId,
        partenaireId: copil.partenaireId,
        rang: Math.max(0, ...decisions.map(({ rang }) => rang)) + 1,
        texte,
        porteur,
        echeanceLe: echeanceLe ? enDate(echeanceLe) : null,
      },
    ],
  })
  return { vers: `${pageDe(contexte, copil, 'decision')}#decisions`, journal: auJournal(copil) }
}

async function lireDecision(contexte: Contexte, id: string) {
  const decision = await contexte.tx.decisionCopil.findUnique({ where: { id } })
  if (!decision) throw new ErreurMetier('introuvable')
  return decision
}

/** A decision written by mistake, before the meeting is recorded. */
export async function retirerDecision(contexte: Contexte, { id }: z.output<typeof unCopilSchema>): Promise<Suite> {
  const { copilId } = await lireDecision(contexte, id)
  const copil = await lireEnPreparation(contexte, copilId)
  await contexte.tx.decisionCopil.deleteMany({ where: { id } })
  return { vers: `${pageDe(contexte, copil, 'retiree')}#decisions`, journal: auJournal(copil) }
}

/** Done, or not yet after all: at any time, from its own COPIL or from a later one. */
export async function noterDecision(
  contexte: Contexte,
  { id, depuis, faite }: z.output<typeof noterSchema>,
): Promise<Suite> {
  const { copilId } = await lireDecision(contexte, id)
  const copil = await lireSonCopil(contexte, copilId)
  await contexte.tx.decisionCopil.updateMany({
    where: { id, caisseId: copil.caisseId },
    data: { faiteLe: faite === 'oui' ? enDate(dateAParis(contexte.maintenant)) : null },
  })
  const page = depuis && depuis !== copilId ? await lireSonCopil(contexte, depuis) : copil
  return {
    vers: `${pageDe(contexte, page, faite === 'oui' ? 'faite' : 'a_faire')}#decisions`,
    journal: { ...auJournal(copil), details: { faite } },
  }
}
