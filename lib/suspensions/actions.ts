'use server'

import { defineAction } from '@/lib/socle/action'
import { leverSchema, suspendreSchema } from '@/lib/suspensions/schema'
import { leverSuspension, suspendrePartenaire } from '@/lib/suspensions/suspendre-partenaire'

export const actionSuspendre = defineAction(
  { droit: 'partenaire.gerer', schema: suspendreSchema, journal: 'partenaire.suspendu' },
  suspendrePartenaire,
)
export const actionLeverSuspension = defineAction(
  { droit: 'partenaire.gerer', schema: leverSchema, journal: 'partenaire.retabli' },
  leverSuspension,
)
