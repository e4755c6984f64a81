'use server'

import { defineAction } from '@/lib/socle/action'
import { ajouterInformation, declarerViolation } from '@/lib/violations/declarer-violation'
import {
  cloreSchema,
  declarerSchema,
  informerSchema,
  mesureSchema,
  notifierSchema,
  qualifierSchema,
  rouvrirSchema,
} from '@/lib/violations/schema'
import {
  cloreViolation,
  noterMesure,
  noterNotification,
  qualifierViolation,
  rouvrirViolation,
} from '@/lib/violations/traiter-violation'

export const actionDeclarerViolation = defineAction(
  { droit: 'violation.declarer', schema: declarerSchema, journal: 'violation.declaree' },
  declarerViolation,
)
export const actionAjouterInformation = defineAction(
  { droit: 'violation.declarer', schema: informerSchema, journal: 'violation.completee' },
  ajouterInformation,
)
export const actionQualifierViolation = defineAction(
  { droit: 'violation.traiter', schema: qualifierSchema, journal: 'violation.qualifiee' },
  qualifierViolation,
)
export const actionNoterMesure = defineAction(
  { droit: 'violation.traiter', schema: mesureSchema, journal: 'violation.mesure' },
  noterMesure,
)
export const actionNoterNotification = defineAction(
  { droit: 'violation.traiter', schema: notifierSchema, journal: 'violation.notifiee' },
  noterNotification,
)
export const actionCloreViolation = defineAction(
  { droit: 'violation.traiter', schema: cloreSchema, journal: 'violation.close' },
  cloreViolation,
)
export const actionRouvrirViolation = defineAction(
  { droit: 'violation.traiter', schema: rouvrirSchema, journal: 'violation.rouverte' },
  rouvrirViolation,
)
