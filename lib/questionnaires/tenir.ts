import { FIGE } from '@/lib/questionnaires/libelles'
import type { Contexte } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { jourDe } from '@/lib/socle/jour'
import type { Questionnaire } from '@/lib/socle/prisma/client'

/** One of the caisse of a référent, held until the end of the transaction. */
export async function tenirQuestionnaire({ tx, acteur }: Contexte, id: string) {
  const caisseId = acteur.caisse?.id ?? ''
  await tx.$queryRaw`SELECT id FROM questionnaire WHERE id = ${id}::uuid AND "caisseId" = ${caisseId}::uuid FOR UPDATE`
  // Read after the lock: what another has just written is seen.
  const questionnaire = await tx.questionnaire.findFirst({ where: { id, caisseId } })
  if (!questionnaire) throw new ErreurMetier('introuvable')
  return { ...questionnaire, ouvre: jourDe(questionnaire.ouvreLe), ferme: jourDe(questionnaire.fermeLe) }
}

export type QuestionnaireTenu = Awaited<ReturnType<typeof tenirQuestionnaire>>

/** The same while its questions may change. */
export async function tenirBrouillon(contexte: Contexte, id: string): Promise<QuestionnaireTenu> {
  const questionnaire = await tenirQuestionnaire(contexte, id)
  if (questionnaire.etat === 'programme')
    throw new ErreurMetier('etat_change', 'L’envoi de ce questionnaire est programmé : annulez-le pour le modifier.')
  if (questionnaire.etat !== 'brouillon') throw new ErreurMetier('etat_change', FIGE)
  return questionnaire
}

/** Somebody else has written since the page was read. */
export function exigerVersion({ version }: { version: number }, lue: number | undefined): void {
  if (version !== lue)
    throw new ErreurMetier(
      'etat_change',
      'Ce questionnaire a été modifié entre-temps. Ce que vous avez écrit est gardé ci-dessous : ouvrez le questionnaire dans un autre onglet pour voir ce qui a changé.',
    )
}

/** Tells who reads the page that something has changed. */
export const marquer = (tx: Transaction, { id, caisseId }: Pick<Questionnaire, 'id' | 'caisseId'>) =>
  tx.questionnaire.updateMany({ where: { id, caisseId }, data: { version: { increment: 1 } } })

/** Row of the journal: references only. */
export const auJournal = ({ id, caisseId }: Pick<Questionnaire, 'id' | 'caisseId'>) => ({
  objetType: 'questionnaire',
  objetId: id,
  caisseId,
})

export const pageDuQuestionnaire = (id: string, fait?: string) =>
  `/caisse/questionnaires/${id}${fait ? `?fait=${fait}` : ''}`
