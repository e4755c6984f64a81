'use server'

import { attribuerDemande } from '@/lib/equipes/attribuer-demande'
import { attribuerSchema } from '@/lib/equipes/schema'
import { defineAction } from '@/lib/socle/action'

// Handling, by an agent.
export const actionAttribuer = defineAction(
  { droit: 'demande.traiter', schema: attribuerSchema, journal: 'demande.attribuee' },
  attribuerDemande,
)
