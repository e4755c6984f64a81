'use server'

import {
  annulerEnvoi,
  cloreQuestionnaire,
  programmerEnvoi,
  prolongerQuestionnaire,
  publierResultats,
  relancer,
} from '@/lib/questionnaires/conduire-questionnaire'
import { deplacerQuestion, ecrireQuestion, retirerQuestion } from '@/lib/questionnaires/ecrire-questions'
import { enregistrerQuestionnaire, supprimerQuestionnaire } from '@/lib/questionnaires/enregistrer-questionnaire'
import { enregistrerReponse, envoyerReponse, garderReponse } from '@/lib/questionnaires/repondre'
import {
  deplacerSchema,
  envoyerSchema,
  prolongerSchema,
  publierSchema,
  questionnaireSchema,
  questionSchema,
  reponseSchema,
  unSeulSchema,
} from '@/lib/questionnaires/schema'
import { defineAction } from '@/lib/socle/action'

// By a référent.
export const actionEnregistrerQuestionnaire = defineAction(
  { droit: 'questionnaire.gerer', schema: questionnaireSchema, journal: 'questionnaire.cree' },
  enregistrerQuestionnaire,
)
export const actionSupprimerQuestionnaire = defineAction(
  { droit: 'questionnaire.gerer', schema: unSeulSchema, journal: 'questionnaire.supprime' },
  supprimerQuestionnaire,
)
export const actionEcrireQuestion = defineAction(
  { droit: 'questionnaire.gerer', schema: questionSchema, journal: 'questionnaire.modifie' },
  ecrireQuestion,
)
export const actionDeplacerQuestion = defineAction(
  { droit: 'questionnaire.gerer', schema: deplacerSchema, journal: 'questionnaire.modifie' },
  deplacerQuestion,
)
export const actionRetirerQuestion = defineAction(
  { droit: 'questionnaire.gerer', schema: unSeulSchema, journal: 'questionnaire.modifie' },
  retirerQuestion,
)
export const actionProgrammerEnvoi = defineAction(
  { droit: 'questionnaire.gerer', schema: unSeulSchema, journal: 'questionnaire.programme' },
  programmerEnvoi,
)
export const actionAnnulerEnvoi = defineAction(
  { droit: 'questionnaire.gerer', schema: unSeulSchema, journal: 'questionnaire.envoi_annule' },
  annulerEnvoi,
)
export const actionProlongerQuestionnaire = defineAction(
  { droit: 'questionnaire.gerer', schema: prolongerSchema, journal: 'questionnaire.prolonge' },
  prolongerQuestionnaire,
)
export const actionCloreQuestionnaire = defineAction(
  { droit: 'questionnaire.gerer', schema: unSeulSchema, journal: 'questionnaire.clos' },
  cloreQuestionnaire,
)
export const actionRelancer = defineAction(
  { droit: 'questionnaire.gerer', schema: unSeulSchema, journal: 'questionnaire.relance' },
  relancer,
)
export const actionPublierResultats = defineAction(
  { droit: 'questionnaire.gerer', schema: publierSchema, journal: 'questionnaire.resultats_publies' },
  publierResultats,
)

// By a gestionnaire, in the name of its partenaire.
export const actionGarderReponse = defineAction(
  { droit: 'questionnaire.repondre', schema: reponseSchema, journal: 'questionnaire.reponse_gardee' },
  garderReponse,
)
export const actionEnregistrerReponse = defineAction(
  { droit: 'questionnaire.repondre', schema: reponseSchema, journal: 'questionnaire.reponse_gardee' },
  enregistrerReponse,
)
export const actionEnvoyerReponse = defineAction(
  { droit: 'questionnaire.repondre', schema: envoyerSchema, journal: 'questionnaire.reponse_envoyee' },
  envoyerReponse,
)
