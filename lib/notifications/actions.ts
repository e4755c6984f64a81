'use server'

import { reglerBoite } from '@/lib/notifications/regler-boite'
import { boiteSchema, courrielSchema } from '@/lib/notifications/schema'
import { marquerVu, renvoyerCourriel } from '@/lib/notifications/suivre-echec'
import { defineAction } from '@/lib/socle/action'

export const actionMarquerVu = defineAction(
  { droit: 'partenaire.gerer', schema: courrielSchema, journal: 'courriel.vu' },
  marquerVu,
)
export const actionRenvoyer = defineAction(
  { droit: 'partenaire.gerer', schema: courrielSchema, journal: 'courriel.renvoye' },
  renvoyerCourriel,
)
export const actionReglerBoite = defineAction(
  { droit: 'equipe.gerer', schema: boiteSchema, journal: 'structure.boite' },
  reglerBoite,
)
