'use server'

import { corrigerIdentite, leverLimitation, limiterDossiers, retenirDossiers } from '@/lib/personnes/agir-sur-dossiers'
import { deciderOpposition, leverOpposition } from '@/lib/personnes/decider-opposition'
import { demanderExport } from '@/lib/personnes/demander-export'
import { enregistrerDemande, modifierDemande } from '@/lib/personnes/enregistrer-demande'
import {
  corrigerSchema,
  enregistrerSchema,
  exporterSchema,
  leverOppositionSchema,
  leverSchema,
  limiterSchema,
  modifierSchema,
  opposerSchema,
  prolongerSchema,
  repondreSchema,
  retenirSchema,
  rouvrirSchema,
  verifierIdentiteSchema,
} from '@/lib/personnes/schema'
import { prolongerDelai, repondreDemande, rouvrirDemande, verifierIdentite } from '@/lib/personnes/suivre-demande'
import { defineAction } from '@/lib/socle/action'

const droit = 'personnes.traiter'

export const actionEnregistrerDroit = defineAction(
  { droit, schema: enregistrerSchema, journal: 'personne.enregistree' },
  enregistrerDemande,
)
export const actionModifierDroit = defineAction(
  { droit, schema: modifierSchema, journal: 'personne.modifiee' },
  modifierDemande,
)
export const actionVerifierIdentite = defineAction(
  { droit, schema: verifierIdentiteSchema, journal: 'personne.identite_verifiee' },
  verifierIdentite,
)
export const actionProlongerDroit = defineAction(
  { droit, schema: prolongerSchema, journal: 'personne.prolongee' },
  prolongerDelai,
)
export const actionRepondreDroit = defineAction(
  { droit, schema: repondreSchema, journal: 'personne.traitee' },
  repondreDemande,
)
export const actionRouvrirDroit = defineAction(
  { droit, schema: rouvrirSchema, journal: 'personne.rouverte' },
  rouvrirDemande,
)
export const actionRetenirDossiers = defineAction(
  { droit, schema: retenirSchema, journal: 'personne.dossiers_retenus' },
  retenirDossiers,
)
export const actionCorrigerIdentite = defineAction(
  { droit, schema: corrigerSchema, journal: 'personne.corrigee' },
  corrigerIdentite,
)
export const actionLimiterDossiers = defineAction(
  { droit, schema: limiterSchema, journal: 'personne.limitee' },
  limiterDossiers,
)
export const actionLeverLimitation = defineAction(
  { droit, schema: leverSchema, journal: 'personne.limitation_levee' },
  leverLimitation,
)
export const actionDeciderOpposition = defineAction(
  { droit, schema: opposerSchema, journal: 'personne.opposition' },
  deciderOpposition,
)
export const actionLeverOpposition = defineAction(
  { droit, schema: leverOppositionSchema, journal: 'personne.opposition_levee' },
  leverOpposition,
)
export const actionExporterPersonne = defineAction(
  { droit, schema: exporterSchema, journal: 'personne.export_demande' },
  demanderExport,
)
