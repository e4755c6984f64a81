'use server'

import { confirmerLigne } from '@/lib/revues/confirmer-ligne'
import { ligneSchema, ouvertureSchema, relanceSchema, relancesSchema, signatureSchema } from '@/lib/revues/schema'
import { signerRevue } from '@/lib/revues/signer-revue'
import { ouvrirRevues, relancerLesRetards, relancerUneRevue } from '@/lib/revues/suivre-revues'
import { defineAction } from '@/lib/socle/action'

// Doing it, by a gestionnaire.
export const actionConfirmerLigne = defineAction(
  { droit: 'equipe.gerer', schema: ligneSchema, journal: 'revue.confirmee' },
  confirmerLigne,
)
export const actionSignerRevue = defineAction(
  { droit: 'equipe.gerer', schema: signatureSchema, journal: 'revue.signee' },
  signerRevue,
)

// Following it, by a référent.
export const actionOuvrirRevues = defineAction(
  { droit: 'partenaire.gerer', schema: ouvertureSchema, journal: 'revue.ouverte' },
  ouvrirRevues,
)
export const actionRelancerRevue = defineAction(
  { droit: 'partenaire.gerer', schema: relanceSchema, journal: 'revue.relancee' },
  relancerUneRevue,
)
export const actionRelancerRetards = defineAction(
  { droit: 'partenaire.gerer', schema: relancesSchema, journal: 'revue.relancee' },
  relancerLesRetards,
)
