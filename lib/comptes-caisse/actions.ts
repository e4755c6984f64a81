'use server'

import { remettreLien, renvoyerActivation, retablirCompteCaisse } from '@/lib/comptes-caisse/activer-compte'
import { creerAdministrateur, creerCompteCaisse } from '@/lib/comptes-caisse/creer-compte'
import { inactiverCompteCaisse } from '@/lib/comptes-caisse/inactiver-compte'
import { modifierAdministrateur, modifierCompteCaisse } from '@/lib/comptes-caisse/modifier-compte'
import {
  schemaAdministrateurModifie,
  schemaCompte,
  schemaCompteModifie,
  schemaInactivation,
  schemaNouveauCompte,
  schemaNouvelAdministrateur,
} from '@/lib/comptes-caisse/schema'
import { defineAction } from '@/lib/socle/action'

// By the référent of the caisse, or by an administrateur.
export const actionCreerCompteCaisse = defineAction(
  { droit: 'comptes_caisse.gerer', schema: schemaNouveauCompte, journal: 'compte.cree' },
  creerCompteCaisse,
)
export const actionModifierCompteCaisse = defineAction(
  { droit: 'comptes_caisse.gerer', schema: schemaCompteModifie, journal: 'compte.modifie' },
  modifierCompteCaisse,
)
export const actionInactiverCompteCaisse = defineAction(
  { droit: 'comptes_caisse.gerer', schema: schemaInactivation, journal: 'compte.inactive' },
  inactiverCompteCaisse,
)
export const actionRetablirCompteCaisse = defineAction(
  { droit: 'comptes_caisse.gerer', schema: schemaCompte, journal: 'compte.retabli' },
  retablirCompteCaisse,
)
export const actionRemettreLienCaisse = defineAction(
  { droit: 'comptes_caisse.gerer', schema: schemaCompte, journal: 'compte.lien_remis' },
  remettreLien,
)
export const actionRenvoyerActivationCaisse = defineAction(
  { droit: 'comptes_caisse.gerer', schema: schemaCompte, journal: 'compte.lien_renvoye' },
  renvoyerActivation,
)

// By an administrateur alone.
export const actionCreerAdministrateur = defineAction(
  { droit: 'administrer', schema: schemaNouvelAdministrateur, journal: 'compte.cree' },
  creerAdministrateur,
)
export const actionModifierAdministrateur = defineAction(
  { droit: 'administrer', schema: schemaAdministrateurModifie, journal: 'compte.modifie' },
  modifierAdministrateur,
)
