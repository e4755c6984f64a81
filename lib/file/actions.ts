'use server'

import { annulerLot } from '@/lib/file/annuler-lot'
import { choisirColonnes } from '@/lib/file/choisir-colonnes'
import { enregistrerVue, modifierVue, remplacerVue, supprimerVue } from '@/lib/file/enregistrer-vue'
import { attribuerLot, cloreLot, prendreLot, rendreCompte } from '@/lib/file/lots'
import { renommerVue, retirerVue } from '@/lib/file/reprendre-vue'
import {
  attribuerLotSchema,
  cloreLotSchema,
  colonnesSchema,
  enregistrerVueSchema,
  lotSchema,
  modifierVueSchema,
  prendreLotSchema,
  remplacerVueSchema,
  renommerVueSchema,
  vueSchema,
} from '@/lib/file/schema'
import { defineAction } from '@/lib/socle/action'

// Saved views.
export const actionEnregistrerVue = defineAction(
  { droit: 'demande.voir', schema: enregistrerVueSchema, journal: 'vue.enregistree' },
  enregistrerVue,
)
export const actionModifierVue = defineAction(
  { droit: 'demande.voir', schema: modifierVueSchema, journal: 'vue.enregistree' },
  modifierVue,
)
export const actionRemplacerVue = defineAction(
  { droit: 'demande.voir', schema: remplacerVueSchema, journal: 'vue.enregistree' },
  remplacerVue,
)
export const actionSupprimerVue = defineAction(
  { droit: 'demande.voir', schema: vueSchema, journal: 'vue.supprimee' },
  supprimerVue,
)

export const actionColonnes = defineAction(
  { droit: 'demande.voir', schema: colonnesSchema, journal: 'compte.preferences' },
  choisirColonnes,
)

// Shared views, by the référent.
export const actionRenommerVue = defineAction(
  { droit: 'caisse.regler', schema: renommerVueSchema, journal: 'vue.enregistree' },
  renommerVue,
)
export const actionRetirerVue = defineAction(
  { droit: 'caisse.regler', schema: vueSchema, journal: 'vue.supprimee' },
  retirerVue,
)

// Bulk acts: the demandes first, each in its transaction, then the report.
export const actionPrendreLot = defineAction(
  { droit: 'demande.traiter', schema: prendreLotSchema, journal: 'file.action_groupee', avant: prendreLot },
  (contexte, { lot }) => rendreCompte(contexte, lot),
)
export const actionAttribuerLot = defineAction(
  { droit: 'demande.traiter', schema: attribuerLotSchema, journal: 'file.action_groupee', avant: attribuerLot },
  (contexte, { lot }) => rendreCompte(contexte, lot),
)
export const actionCloreLot = defineAction(
  { droit: 'demande.traiter', schema: cloreLotSchema, journal: 'file.action_groupee', avant: cloreLot },
  (contexte, { lot }) => rendreCompte(contexte, lot),
)
export const actionAnnulerLot = defineAction(
  { droit: 'demande.traiter', schema: lotSchema, journal: 'file.action_annulee', avant: annulerLot },
  (contexte, { id }) => rendreCompte(contexte, id),
)
