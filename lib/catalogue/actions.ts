'use server'

import { enregistrerAttestation } from '@/lib/catalogue/enregistrer-attestation'
import { activerMotif, creerMotif, modifierMotif } from '@/lib/catalogue/enregistrer-motif'
import { enregistrerPiece } from '@/lib/catalogue/enregistrer-piece'
import { reglerParametres } from '@/lib/catalogue/regler-parametres'
import { reglerSecondFacteur } from '@/lib/catalogue/regler-second-facteur'
import {
  schemaActivation,
  schemaAttestation,
  schemaMotif,
  schemaNouveauMotif,
  schemaParametres,
  schemaPiece,
  schemaSecondFacteur,
} from '@/lib/catalogue/schema'
import { defineAction } from '@/lib/socle/action'

export const actionCreerMotif = defineAction(
  { droit: 'administrer', schema: schemaNouveauMotif, journal: 'catalogue.motif' },
  creerMotif,
)
export const actionModifierMotif = defineAction(
  { droit: 'administrer', schema: schemaMotif, journal: 'catalogue.motif' },
  modifierMotif,
)
export const actionActiverMotif = defineAction(
  { droit: 'administrer', schema: schemaActivation, journal: 'catalogue.motif' },
  activerMotif,
)
export const actionEnregistrerPiece = defineAction(
  { droit: 'administrer', schema: schemaPiece, journal: 'catalogue.motif' },
  enregistrerPiece,
)
export const actionEnregistrerAttestation = defineAction(
  { droit: 'administrer', schema: schemaAttestation, journal: 'catalogue.motif' },
  enregistrerAttestation,
)
export const actionReglerParametres = defineAction(
  { droit: 'administrer', schema: schemaParametres, journal: 'parametre.modifie' },
  reglerParametres,
)
export const actionReglerSecondFacteur = defineAction(
  { droit: 'administrer', schema: schemaSecondFacteur, journal: 'parametre.modifie' },
  reglerSecondFacteur,
)
