'use server'

import { enregistrerActualite } from '@/lib/actualites/enregistrer-actualite'
import {
  deprogrammerActualite,
  publierActualite,
  retirerActualite,
  supprimerActualite,
} from '@/lib/actualites/publier-actualite'
import { actualiteSchema, publierSchema, toutLuSchema, unSeulSchema } from '@/lib/actualites/schema'
import { toutMarquerLu } from '@/lib/actualites/tout-lire'
import { defineAction } from '@/lib/socle/action'

export const actionEnregistrerActualite = defineAction(
  { droit: 'publication.gerer', schema: actualiteSchema, journal: 'actualite.creee' },
  enregistrerActualite,
)
export const actionPublierActualite = defineAction(
  { droit: 'publication.gerer', schema: publierSchema, journal: 'actualite.publiee' },
  publierActualite,
)
export const actionDeprogrammerActualite = defineAction(
  { droit: 'publication.gerer', schema: unSeulSchema, journal: 'actualite.deprogrammee' },
  deprogrammerActualite,
)
export const actionRetirerActualite = defineAction(
  { droit: 'publication.gerer', schema: unSeulSchema, journal: 'actualite.retiree' },
  retirerActualite,
)
export const actionSupprimerActualite = defineAction(
  { droit: 'publication.gerer', schema: unSeulSchema, journal: 'actualite.supprimee' },
  supprimerActualite,
)
export const actionToutMarquerLu = defineAction(
  { droit: 'publication.lire', schema: toutLuSchema, journal: 'actualite.tout_lu' },
  toutMarquerLu,
)
