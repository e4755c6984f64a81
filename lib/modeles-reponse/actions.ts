'use server'

import { enregistrerModele, retirerModele } from '@/lib/modeles-reponse/enregistrer-modele'
import { ordonnerModele } from '@/lib/modeles-reponse/ordonner-modele'
import { modeleSchema, modeleSeulSchema, ordreSchema } from '@/lib/modeles-reponse/schema'
import { defineAction } from '@/lib/socle/action'

export const actionEnregistrerModele = defineAction(
  { droit: 'modele.gerer', schema: modeleSchema, journal: 'modele.enregistre' },
  enregistrerModele,
)
export const actionRetirerModele = defineAction(
  { droit: 'modele.gerer', schema: modeleSeulSchema, journal: 'modele.supprime' },
  retirerModele,
)
export const actionOrdonnerModele = defineAction(
  { droit: 'modele.gerer', schema: ordreSchema, journal: 'modele.enregistre' },
  ordonnerModele,
)
