import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { QUESTIONS_MAX } from '@/lib/questionnaires/modele'
import { questionsDe } from '@/lib/questionnaires/queries'
import { comparables } from '@/lib/questionnaires/regles'
import type { deplacerSchema, questionSchema, unSeulSchema } from '@/lib/questionnaires/schema'
import {
  auJournal,
  exigerVersion,
  marquer,
  pageDuQuestionnaire,
  type QuestionnaireTenu,
  tenirBrouillon,
} from '@/lib/questionnaires/tenir'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

const fin = (questionnaire: QuestionnaireTenu, fait: string): Suite => ({
  vers: `${pageDuQuestionnaire(questionnaire.id, fait)}#questions`,
  journal: auJournal(questionnaire),
})

/** Adds a question at the end, or changes one. Other answers offered than the year before: the results are no longer compared. */
export async function ecrireQuestion(
  contexte: Contexte,
  { questionnaireId, version, id, type, intitule, options, obligatoire }: z.output<typeof questionSchema>,
): Promise<Suite> {
  const { tx } = contexte
  const questionnaire = await tenirBrouillon(contexte, questionnaireId)
  exigerVersion(questionnaire, version)
  const questions = await questionsDe(contexte.tx, questionnaireId)
  const colonnes = { type, intitule, options, obligatoire: obligatoire === 'oui' }
  if (id) {
    const avant = questions.find((question) => question.id === id)
    if (!avant) throw new ErreurMetier('introuvable')
    const repriseDeId = comparables(avant, colonnes) ? avant.repriseDeId : null
    await tx.questionQuestionnaire.updateMany({ where: { id }, data: { ...colonnes, repriseDeId } })
  } else {
    if (questions.length >= QUESTIONS_MAX)
      throw new ErreurMetier('etat_change', `Un questionnaire a au plus ${QUESTIONS_MAX} questions : retirez-en une.`)
    const rang = (questions.at(-1)?.rang ?? 0) + 1
    await tx.questionQuestionnaire.createMany({
      data: [{ id: randomUUID(), questionnaireId, caisseId: questionnaire.caisseId, rang, ...colonnes }],
    })
  }
  await marquer(tx, questionnaire)
  return fin(questionnaire, 'question')
}

async function tenirLaQuestion(contexte: Contexte, id: string) {
  const lue = await contexte.tx.questionQuestionnaire.findUnique({ where: { id }, select: { questionnaireId: true } })
  if (!lue) throw new ErreurMetier('introuvable', 'Cette question n’existe plus.')
  const questionnaire = await tenirBrouillon(contexte, lue.questionnaireId)
  const questions = await questionsDe(contexte.tx, questionnaire.id)
  return { questionnaire, questions, place: questions.findIndex((question) => question.id === id) }
}

/** One place up or down; the first one up, or the last one down, stays where it is. */
export async function deplacerQuestion(
  contexte: Contexte,
  { id, sens }: z.output<typeof deplacerSchema>,
): Promise<Suite> {
  const { tx } = contexte
  const { questionnaire, questions, place } = await tenirLaQuestion(contexte, id)
  const [question, voisine] = [questions[place], questions[place + (sens === 'haut' ? -1 : 1)]]
  if (question && voisine) {
    await tx.questionQuestionnaire.updateMany({ where: { id }, data: { rang: voisine.rang } })
    await tx.questionQuestionnaire.updateMany({ where: { id: voisine.id }, data: { rang: question.rang } })
    await marquer(tx, questionnaire)
  }
  return fin(questionnaire, 'ordre')
}

export async function retirerQuestion(contexte: Contexte, { id }: z.output<typeof unSeulSchema>): Promise<Suite> {
  const { questionnaire } = await tenirLaQuestion(contexte, id)
  await contexte.tx.questionQuestionnaire.deleteMany({ where: { id } })
  await marquer(contexte.tx, questionnaire)
  return fin(questionnaire, 'retiree')
}
