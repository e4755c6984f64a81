'use server'

import { enregistrerAbsence } from '@/lib/absences/enregistrer-absence'
import { repartirDemandes } from '@/lib/absences/repartir-demandes'
import { absenceSchema, repartirSchema, terminerSchema } from '@/lib/absences/schema'
import { terminerAbsence } from '@/lib/absences/terminer-absence'
import { defineAction } from '@/lib/socle/action'

export const actionEnregistrerAbsence = defineAction(
  { droit: 'absence.gerer', schema: absenceSchema, journal: 'absence.enregistree' },
  enregistrerAbsence,
)
export const actionTerminerAbsence = defineAction(
  { droit: 'absence.gerer', schema: terminerSchema, journal: 'absence.enregistree' },
  terminerAbsence,
)

// By a référent, whose right does not include reading the demandes.
export const actionRepartirDemandes = defineAction(
  { droit: 'caisse.regler', schema: repartirSchema, journal: 'demande.attribuee' },
  repartirDemandes,
)
