import { z } from 'zod'
import {
  type Participation,
  type Question,
  typesQuestion,
  type Valeur,
  type Valeurs,
} from '@/lib/questionnaires/modele'
import type { Transaction } from '@/lib/socle/base'
import type { QuestionQuestionnaire } from '@/lib/socle/prisma/client'

const type = z.enum(typesQuestion)
const valeur = z.union([z.string(), z.number(), z.boolean(), z.array(z.number())])
const valeurs = z.record(z.string(), valeur)

export const questionLue = ({
  id,
  rang,
  intitule,
  options,
  obligatoire,
  repriseDeId,
  ...lue
}: QuestionQuestionnaire): Question => ({
  id,
  rang,
  type: type.parse(lue.type),
  intitule,
  options,
  obligatoire,
  repriseDeId,
})

export const valeursLues = (lues: unknown): Valeurs => valeurs.parse(lues ?? {})

/** The questions within one's reach, in their order. */
export async function questionsDe(tx: Transaction, questionnaireId: string): Promise<Question[]> {
  const lues = await tx.questionQuestionnaire.findMany({
    where: { questionnaireId },
    orderBy: [{ rang: 'asc' }, { id: 'asc' }],
  })
  return lues.map(questionLue)
}

export type ValeurRecue = { questionId: string; valeur: Valeur; partenaireId: string | null }

/** What was answered, as far as the database lets one's side read it. */
export async function valeursRecues(tx: Transaction, questionnaireId: string): Promise<ValeurRecue[]> {
  const lues = await tx.$queryRaw<{ questionId: string; valeur: unknown; partenaireId: string | null }[]>`
    SELECT "questionId", valeur, "partenaireId" FROM ep_valeurs_questionnaire(${questionnaireId}::uuid)`
  return lues.map((lue) => ({ ...lue, valeur: valeur.parse(lue.valeur) }))
}

export async function participationDe(tx: Transaction, questionnaireId: string): Promise<Participation> {
  const [ligne] = await tx.$queryRaw<Participation[]>`
    SELECT invites, envoyees FROM ep_participation_questionnaire(${questionnaireId}::uuid)`
  return ligne ?? { invites: 0, envoyees: 0 }
}
