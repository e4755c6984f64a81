'use server'

import { enregistrerReglages } from '@/lib/reglages/enregistrer-reglages'
import { reglagesSchema } from '@/lib/reglages/schema'
import { defineAction } from '@/lib/socle/action'

export const actionEnregistrerReglages = defineAction(
  { droit: 'caisse.parametrer', schema: reglagesSchema, journal: 'caisse.reglages' },
  enregistrerReglages,
)
