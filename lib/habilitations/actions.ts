'use server'

import {
  creerTechnicien,
  donnerLien,
  inactiverTechnicien,
  modifierTechnicien,
  renouvelerAttestation,
  renvoyerCourriel,
  retablirTechnicien,
} from '@/lib/habilitations/agir-sur-techniciens'
import { importerTechniciens } from '@/lib/habilitations/importer-techniciens'
import {
  schemaCompte,
  schemaImport,
  schemaInactivation,
  schemaModification,
  schemaNouveau,
  schemaRenouvellement,
} from '@/lib/habilitations/schema'
import { defineAction } from '@/lib/socle/action'

export const actionCreerTechnicien = defineAction(
  { droit: 'equipe.gerer', schema: schemaNouveau, journal: 'compte.cree' },
  creerTechnicien,
)
export const actionModifierTechnicien = defineAction(
  { droit: 'equipe.gerer', schema: schemaModification, journal: 'compte.modifie' },
  modifierTechnicien,
)
export const actionInactiverTechnicien = defineAction(
  { droit: 'equipe.gerer', schema: schemaInactivation, journal: 'compte.inactive' },
  inactiverTechnicien,
)
export const actionRetablirTechnicien = defineAction(
  { droit: 'equipe.gerer', schema: schemaCompte, journal: 'compte.retabli' },
  retablirTechnicien,
)
export const actionRenouvelerAttestation = defineAction(
  { droit: 'equipe.gerer', schema: schemaRenouvellement, journal: 'attestation.renouvelee' },
  renouvelerAttestation,
)
export const actionRemettreLien = defineAction(
  { droit: 'equipe.gerer', schema: schemaCompte, journal: 'compte.lien_remis' },
  donnerLien,
)
export const actionRenvoyerActivation = defineAction(
  { droit: 'equipe.gerer', schema: schemaCompte, journal: 'compte.lien_renvoye' },
  renvoyerCourriel,
)
export const actionImporterTechniciens = defineAction(
  { droit: 'equipe.gerer', schema: schemaImport, journal: 'compte.import', fichier: 'fichier' },
  importerTechniciens,
)
