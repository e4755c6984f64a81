'use server'

import { appliquerDemande } from '@/lib/demandes-habilitation/appliquer-demande'
import {
  demanderCreation,
  demanderInactivation,
  demanderModification,
} from '@/lib/demandes-habilitation/deposer-demande'
import { refuserDemande } from '@/lib/demandes-habilitation/refuser-demande'
import { retirerDemande } from '@/lib/demandes-habilitation/retirer-demande'
import {
  applicationSchema,
  creationSchema,
  inactivationSchema,
  modificationSchema,
  refusSchema,
  retraitSchema,
} from '@/lib/demandes-habilitation/schema'
import { defineAction } from '@/lib/socle/action'

// Asking, by a gestionnaire or a technicien.
export const actionDemanderCreation = defineAction(
  { droit: 'habilitation.demander', schema: creationSchema, journal: 'habilitation.deposee' },
  demanderCreation,
)
export const actionDemanderModification = defineAction(
  { droit: 'habilitation.demander', schema: modificationSchema, journal: 'habilitation.deposee' },
  demanderModification,
)
export const actionDemanderInactivation = defineAction(
  { droit: 'habilitation.demander', schema: inactivationSchema, journal: 'habilitation.deposee' },
  demanderInactivation,
)
export const actionRetirerHabilitation = defineAction(
  { droit: 'habilitation.demander', schema: retraitSchema, journal: 'habilitation.retiree' },
  retirerDemande,
)

// Answering, by a référent.
export const actionAppliquerHabilitation = defineAction(
  { droit: 'partenaire.gerer', schema: applicationSchema, journal: 'habilitation.appliquee' },
  appliquerDemande,
)
export const actionRefuserHabilitation = defineAction(
  { droit: 'partenaire.gerer', schema: refusSchema, journal: 'habilitation.refusee' },
  refuserDemande,
)
