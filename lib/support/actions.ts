'use server'

import { defineAction } from '@/lib/socle/action'
import { preciserSchema, signalerDysfonctionnementSchema, traiterSupportSchema } from '@/lib/support/schema'
import { preciserDysfonctionnement, signalerDysfonctionnement } from '@/lib/support/signaler-dysfonctionnement'
import { traiterDysfonctionnement } from '@/lib/support/traiter-dysfonctionnement'

export const actionSignalerDysfonctionnement = defineAction(
  { droit: 'support.signaler', schema: signalerDysfonctionnementSchema, journal: 'support.signale' },
  signalerDysfonctionnement,
)
export const actionPreciserDysfonctionnement = defineAction(
  { droit: 'support.signaler', schema: preciserSchema, journal: 'support.precise' },
  preciserDysfonctionnement,
)
export const actionTraiterDysfonctionnement = defineAction(
  { droit: 'support.traiter', schema: traiterSupportSchema, journal: 'support.traite' },
  traiterDysfonctionnement,
)
