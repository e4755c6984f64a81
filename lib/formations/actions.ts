'use server'

import { annulerFormation } from '@/lib/formations/annuler-formation'
import { enregistrerFormation } from '@/lib/formations/enregistrer-formation'
import { inscrire, retirerInscription } from '@/lib/formations/inscrire'
import { noterPresences } from '@/lib/formations/noter-presences'
import { publierFormation, supprimerFormation } from '@/lib/formations/publier-formation'
import {
  annulerFormationSchema,
  formationSchema,
  inscrireSchema,
  presencesSchema,
  retirerSchema,
  unSeulSchema,
} from '@/lib/formations/schema'
import { defineAction } from '@/lib/socle/action'

// By a référent.
export const actionEnregistrerFormation = defineAction(
  { droit: 'formation.gerer', schema: formationSchema, journal: 'formation.creee' },
  enregistrerFormation,
)
export const actionPublierFormation = defineAction(
  { droit: 'formation.gerer', schema: unSeulSchema, journal: 'formation.publiee' },
  publierFormation,
)
export const actionSupprimerFormation = defineAction(
  { droit: 'formation.gerer', schema: unSeulSchema, journal: 'formation.supprimee' },
  supprimerFormation,
)
export const actionAnnulerFormation = defineAction(
  { droit: 'formation.gerer', schema: annulerFormationSchema, journal: 'formation.annulee' },
  annulerFormation,
)
export const actionNoterPresences = defineAction(
  { droit: 'formation.gerer', schema: presencesSchema, journal: 'formation.presences' },
  noterPresences,
)

// By the partenaire.
export const actionInscrire = defineAction(
  { droit: 'formation.suivre', schema: inscrireSchema, journal: 'formation.inscription' },
  inscrire,
)
export const actionRetirerInscription = defineAction(
  { droit: 'formation.suivre', schema: retirerSchema, journal: 'formation.retrait' },
  retirerInscription,
)
