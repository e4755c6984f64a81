'use server'

import { leverRetenue, retenirDemande } from '@/lib/conservation/retenir-demande'
import { leverSchema, retenirSchema } from '@/lib/conservation/schema'
import { defineAction } from '@/lib/socle/action'

export const actionRetenirDemande = defineAction(
  { droit: 'conservation.voir', schema: retenirSchema, journal: 'conservation.retenue' },
  retenirDemande,
)
export const actionLeverRetenue = defineAction(
  { droit: 'conservation.voir', schema: leverSchema, journal: 'conservation.levee' },
  leverRetenue,
)
