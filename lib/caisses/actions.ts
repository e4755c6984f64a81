'use server'

import { creerCaisse } from '@/lib/caisses/creer-caisse'
import { modifierCaisse } from '@/lib/caisses/modifier-caisse'
import { schemaCaisse, schemaCaisseModifiee } from '@/lib/caisses/schema'
import { defineAction } from '@/lib/socle/action'

export const actionCreerCaisse = defineAction(
  { droit: 'administrer', schema: schemaCaisse, journal: 'caisse.creee' },
  creerCaisse,
)
export const actionModifierCaisse = defineAction(
  { droit: 'administrer', schema: schemaCaisseModifiee, journal: 'caisse.modifiee' },
  modifierCaisse,
)
