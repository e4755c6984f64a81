'use server'

import { commenterCopil } from '@/lib/copil/commenter-copil'
import { ajouterDecision, noterDecision, retirerDecision } from '@/lib/copil/decider'
import { preparerCopil } from '@/lib/copil/preparer-copil'
import {
  commenterSchema,
  deciderSchema,
  noterSchema,
  preparerSchema,
  rouvrirSchema,
  tenirSchema,
  unCopilSchema,
} from '@/lib/copil/schema'
import { annulerCopil, rouvrirCopil, tenirCopil } from '@/lib/copil/tenir-copil'
import { defineAction } from '@/lib/socle/action'

// By a référent of the caisse.
export const actionPreparerCopil = defineAction(
  { droit: 'copil.preparer', schema: preparerSchema, journal: 'copil.prepare' },
  preparerCopil,
)
export const actionTenirCopil = defineAction(
  { droit: 'copil.preparer', schema: tenirSchema, journal: 'copil.tenu' },
  tenirCopil,
)
export const actionRouvrirCopil = defineAction(
  { droit: 'copil.preparer', schema: rouvrirSchema, journal: 'copil.rouvert' },
  rouvrirCopil,
)
export const actionAnnulerCopil = defineAction(
  { droit: 'copil.preparer', schema: unCopilSchema, journal: 'copil.annule' },
  annulerCopil,
)
export const actionAjouterDecision = defineAction(
  { droit: 'copil.preparer', schema: deciderSchema, journal: 'copil.decision_ajoutee' },
  ajouterDecision,
)
export const actionRetirerDecision = defineAction(
  { droit: 'copil.preparer', schema: unCopilSchema, journal: 'copil.decision_retiree' },
  retirerDecision,
)
export const actionNoterDecision = defineAction(
  { droit: 'copil.preparer', schema: noterSchema, journal: 'copil.decision_notee' },
  noterDecision,
)

// By each side, its own.
export const actionCommenterCopil = defineAction(
  { droit: 'copil.commenter', schema: commenterSchema, journal: 'copil.commente' },
  commenterCopil,
)
