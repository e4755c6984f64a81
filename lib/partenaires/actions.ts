'use server'

import { creerPartenaire } from '@/lib/partenaires/creer-partenaire'
import { creerStructure } from '@/lib/partenaires/creer-structure'
import { deplacerOuverture } from '@/lib/partenaires/deplacer-ouverture'
import { enregistrerContact, supprimerContact } from '@/lib/partenaires/enregistrer-contact'
import {
  creerGestionnaire,
  inactiverGestionnaire,
  modifierGestionnaire,
  remettreLienGestionnaire,
  renvoyerLienGestionnaire,
  retablirGestionnaire,
} from '@/lib/partenaires/gestionnaires'
import { modifierPartenaire } from '@/lib/partenaires/modifier-partenaire'
import { modifierStructure } from '@/lib/partenaires/modifier-structure'
import { rattacherPartenaire } from '@/lib/partenaires/rattacher-partenaire'
import {
  compteSchema,
  contactSchema,
  creerGestionnaireSchema,
  creerSchema,
  creerStructureSchema,
  inactiverGestionnaireSchema,
  modifierGestionnaireSchema,
  modifierSchema,
  modifierStructureSchema,
  ouvertureSchema,
  siretSchema,
  supprimerContactSchema,
} from '@/lib/partenaires/schema'
import { defineAction } from '@/lib/socle/action'

export const actionCreerPartenaire = defineAction(
  { droit: 'partenaire.gerer', schema: creerSchema, journal: 'partenaire.cree' },
  creerPartenaire,
)
export const actionRattacherPartenaire = defineAction(
  { droit: 'partenaire.gerer', schema: siretSchema, journal: 'partenaire.cree' },
  rattacherPartenaire,
)
export const actionModifierPartenaire = defineAction(
  { droit: 'partenaire.gerer', schema: modifierSchema, journal: 'partenaire.modifie' },
  modifierPartenaire,
)
export const actionEnregistrerContactPartenaire = defineAction(
  { droit: 'partenaire.gerer', schema: contactSchema, journal: 'partenaire.contacts' },
  enregistrerContact,
)
export const actionSupprimerContactPartenaire = defineAction(
  { droit: 'partenaire.gerer', schema: supprimerContactSchema, journal: 'partenaire.contacts' },
  supprimerContact,
)

// Structures.
export const actionCreerStructure = defineAction(
  { droit: 'partenaire.gerer', schema: creerStructureSchema, journal: 'structure.creee' },
  creerStructure,
)
export const actionModifierStructure = defineAction(
  { droit: 'partenaire.gerer', schema: modifierStructureSchema, journal: 'structure.modifiee' },
  modifierStructure,
)
export const actionDeplacerOuverture = defineAction(
  { droit: 'partenaire.gerer', schema: ouvertureSchema, journal: 'structure.ouverte' },
  deplacerOuverture,
)

// Accounts of gestionnaires.
export const actionCreerGestionnaire = defineAction(
  { droit: 'partenaire.gerer', schema: creerGestionnaireSchema, journal: 'compte.cree' },
  creerGestionnaire,
)
export const actionModifierGestionnaire = defineAction(
  { droit: 'partenaire.gerer', schema: modifierGestionnaireSchema, journal: 'compte.modifie' },
  modifierGestionnaire,
)
export const actionInactiverGestionnaire = defineAction(
  { droit: 'partenaire.gerer', schema: inactiverGestionnaireSchema, journal: 'compte.inactive' },
  inactiverGestionnaire,
)
export const actionRetablirGestionnaire = defineAction(
  { droit: 'partenaire.gerer', schema: compteSchema, journal: 'compte.retabli' },
  retablirGestionnaire,
)
export const actionRenvoyerLienGestionnaire = defineAction(
  { droit: 'partenaire.gerer', schema: compteSchema, journal: 'compte.lien_renvoye' },
  renvoyerLienGestionnaire,
)
export const actionRemettreLienGestionnaire = defineAction(
  { droit: 'partenaire.gerer', schema: compteSchema, journal: 'compte.lien_remis' },
  remettreLienGestionnaire,
)
