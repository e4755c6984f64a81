'use server'

import { abandonnerConvention } from '@/lib/conventions/abandonner-convention'
import { ajouterAvenant, signerAvenant } from '@/lib/conventions/avenants'
import { creerConvention } from '@/lib/conventions/creer-convention'
import { denoncerConvention, retirerDenonciation } from '@/lib/conventions/denoncer-convention'
import { habiliterDocuments } from '@/lib/conventions/habiliter-documents'
import { leverMiseEnDemeure, mettreEnDemeure, resilierConvention } from '@/lib/conventions/mettre-en-demeure'
import { modifierConvention } from '@/lib/conventions/modifier-convention'
import {
  acteSchema,
  avenantSchema,
  creerConventionSchema,
  denoncerSchema,
  habilitationSchema,
  mettreEnDemeureSchema,
  modifierConventionSchema,
  motifSchema,
  resilierSchema,
  signerAvenantSchema,
  signerSchema,
} from '@/lib/conventions/schema'
import { signerConvention } from '@/lib/conventions/signer-convention'
import { defineAction } from '@/lib/socle/action'

const droit = 'partenaire.gerer'

export const actionCreerConvention = defineAction(
  { droit, schema: creerConventionSchema, journal: 'convention.creee' },
  creerConvention,
)
export const actionModifierConvention = defineAction(
  { droit, schema: modifierConventionSchema, journal: 'convention.modifiee' },
  modifierConvention,
)
export const actionSignerConvention = defineAction(
  { droit, schema: signerSchema, journal: 'convention.signee' },
  signerConvention,
)
export const actionAbandonnerConvention = defineAction(
  { droit, schema: acteSchema, journal: 'convention.abandonnee' },
  abandonnerConvention,
)
export const actionDenoncer = defineAction(
  { droit, schema: denoncerSchema, journal: 'convention.denoncee' },
  denoncerConvention,
)
export const actionRetirerDenonciation = defineAction(
  { droit, schema: motifSchema, journal: 'convention.denonciation_retiree' },
  retirerDenonciation,
)
export const actionMettreEnDemeure = defineAction(
  { droit, schema: mettreEnDemeureSchema, journal: 'convention.mise_en_demeure' },
  mettreEnDemeure,
)
export const actionLeverMiseEnDemeure = defineAction(
  { droit, schema: motifSchema, journal: 'convention.mise_en_demeure_levee' },
  leverMiseEnDemeure,
)
export const actionResilier = defineAction(
  { droit, schema: resilierSchema, journal: 'convention.resiliee' },
  resilierConvention,
)
export const actionAjouterAvenant = defineAction(
  { droit, schema: avenantSchema, journal: 'convention.avenant' },
  ajouterAvenant,
)
export const actionSignerAvenant = defineAction(
  { droit, schema: signerAvenantSchema, journal: 'convention.avenant' },
  signerAvenant,
)
export const actionHabiliterDocuments = defineAction(
  { droit, schema: habilitationSchema, journal: 'convention.modifiee' },
  habiliterDocuments,
)
