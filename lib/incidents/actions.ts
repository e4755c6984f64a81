'use server'

import { inactiverSignaleSchema, signalerSchema, traiterSchema } from '@/lib/incidents/schema'
import { signalerCompte } from '@/lib/incidents/signaler-compte'
import { inactiverSignale, traiterIncident } from '@/lib/incidents/traiter-incident'
import { defineAction } from '@/lib/socle/action'

export const actionSignaler = defineAction(
  { droit: 'incident.signaler', schema: signalerSchema, journal: 'incident.signale' },
  signalerCompte,
)
export const actionInactiverSignale = defineAction(
  { droit: 'incident.signaler', schema: inactiverSignaleSchema, journal: 'incident.traite' },
  inactiverSignale,
)
export const actionTraiterIncident = defineAction(
  { droit: 'partenaire.gerer', schema: traiterSchema, journal: 'incident.traite' },
  traiterIncident,
)
