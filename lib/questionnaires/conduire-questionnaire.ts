import type { z } from 'zod'
import { situationDe } from '@/lib/questionnaires/regles'
import {
  erreursDeDates,
  type prolongerSchema,
  type publierSchema,
  type unSeulSchema,
} from '@/lib/questionnaires/schema'
import {
  auJournal,
  exigerVersion,
  pageDuQuestionnaire,
  type QuestionnaireTenu,
  tenirBrouillon,
  tenirQuestionnaire,
} from '@/lib/questionnaires/tenir'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAvecAnnee } from '@/lib/socle/format'
import { enDate } from '@/lib/socle/jour'
import type { Prisma } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'
import { envoyerTravail } from '@/lib/travaux/file'

type UnSeul = z.output<typeof unSeulSchema>

async function ecrire(
  { tx }: Contexte,
  questionnaire: QuestionnaireTenu,
  data: Prisma.QuestionnaireUpdateManyMutationInput,
  fait: string,
): Promise<Suite> {
  const { id, caisseId } = questionnaire
  await tx.questionnaire.updateMany({ where: { id, caisseId }, data: { ...data, version: { increment: 1 } } })
  return { vers: pageDuQuestionnaire(id, fait), journal: auJournal(questionnaire) }
}

/** From now on it opens by itself on its day, in the background: at once when that day is today. */
export async function programmerEnvoi(contexte: Contexte, { id }: UnSeul): Promise<Suite> {
  const { tx, maintenant } = contexte
  const questionnaire = await tenirBrouillon(contexte, id)
  const aujourdhui = dateAParis(maintenant)
  if (questionnaire.ouvre < aujourdhui)
    throw new ErreurMetier('etat_change', 'Le jour d’ouverture est passé : modifiez-le avant d’envoyer.')
  if ((await tx.questionQuestionnaire.count({ where: { questionnaireId: id } })) === 0)
    throw new ErreurMetier('etat_change', 'Ce questionnaire n’a pas encore de question : ajoutez-en une.')
  if (questionnaire.ouvre === aujourdhui) await envoyerTravail(tx, 'questionnaire.suivre', { questionnaireId: id })
  return ecrire(contexte, questionnaire, { etat: 'programme' }, 'programme')
}

/** Back to a draft, while nobody has received anything. */
export async function annulerEnvoi(contexte: Contexte, { id }: UnSeul): Promise<Suite> {
  const questionnaire = await tenirQuestionnaire(contexte, id)
  if (questionnaire.etat !== 'programme')
    throw new ErreurMetier(
      'etat_change',
      'Aucun envoi n’est en attente : ce questionnaire est un brouillon, ou il est déjà parti.',
    )
  return ecrire(contexte, questionnaire, { etat: 'brouillon' }, 'envoi_annule')
}

function exigerOuvert(questionnaire: QuestionnaireTenu, maintenant: Date): void {
  const situation = situationDe({ etat: questionnaire.etat, fermeLe: questionnaire.ferme }, dateAParis(maintenant))
  if (situation === 'clos') throw new ErreurMetier('etat_change', 'Ce questionnaire est clos.')
  if (situation !== 'ouvert') throw new ErreurMetier('etat_change', 'Ce questionnaire n’est pas encore ouvert.')
}

/** Another last day to answer, or other reminders: all that still changes once it is open. */
export async function prolongerQuestionnaire(
  contexte: Contexte,
  { id, version, fermeLe, rappels }: z.output<typeof prolongerSchema>,
): Promise<Suite> {
  const questionnaire = await tenirQuestionnaire(contexte, id)
  exigerOuvert(questionnaire, contexte.maintenant)
  exigerVersion(questionnaire, version)
  const erreurs = erreursDeDates({ ouvreLe: questionnaire.ouvre, fermeLe, rappels })
  if (fermeLe < dateAParis(contexte.maintenant))
    erreurs.fermeLe = 'Ce jour est passé. Pour arrêter maintenant, closez le questionnaire.'
  if (Object.keys(erreurs).length > 0) throw new ErreurMetier('saisie', undefined, erreurs)
  return ecrire(contexte, questionnaire, { fermeLe: enDate(fermeLe), rappels }, 'prolonge')
}

/** Nobody answers any more. Not undoable. */
export async function cloreQuestionnaire(contexte: Contexte, { id }: UnSeul): Promise<Suite> {
  const questionnaire = await tenirQuestionnaire(contexte, id)
  exigerOuvert(questionnaire, contexte.maintenant)
  return ecrire(contexte, questionnaire, { etat: 'clos', closLe: contexte.maintenant }, 'clos')
}

/** Writes again, in the background, to the partenaires that have not answered; once a day at most. */
export async function relancer(contexte: Contexte, { id }: UnSeul): Promise<Suite> {
  const { tx, maintenant } = contexte
  const questionnaire = await tenirQuestionnaire(contexte, id)
  exigerOuvert(questionnaire, maintenant)
  const { relanceLe } = questionnaire
  if (relanceLe && dateAParis(relanceLe) === dateAParis(maintenant))
    throw new ErreurMetier(
      'etat_change',
      `Un rappel est déjà parti aujourd’hui, ${dateAvecAnnee(dateAParis(relanceLe))} : attendez demain.`,
    )
  await envoyerTravail(tx, 'questionnaire.suivre', { questionnaireId: id })
  return ecrire(contexte, questionnaire, { relanceLe: maintenant }, 'relance')
}

/** Lets the partenaires that were asked read the results, or no longer. */
export async function publierResultats(
  contexte: Contexte,
  { id, publier }: z.output<typeof publierSchema>,
): Promise<Suite> {
  const questionnaire = await tenirQuestionnaire(contexte, id)
  if (questionnaire.etat !== 'clos')
    throw new ErreurMetier('etat_change', 'Les résultats se publient une fois le questionnaire clos.')
  const publieLe = publier === 'oui' ? (questionnaire.publieLe ?? contexte.maintenant) : null
  const suite = await ecrire(contexte, questionnaire, { publieLe }, publier === 'oui' ? 'publie' : 'depublie')
  return {
    ...suite,
    vers: `/caisse/questionnaires/${id}/resultats?fait=${publier === 'oui' ? 'publie' : 'depublie'}`,
    journal: {
      ...auJournal(questionnaire),
      ...(publier === 'non' && { action: 'questionnaire.resultats_retires' as const }),
    },
  }
}
