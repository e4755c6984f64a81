'use server'

import { posterDocument } from '@/lib/documents/poster-document'
import { prolongerDocument } from '@/lib/documents/prolonger-document'
import { posterSchema, prolongerSchema } from '@/lib/documents/schema'
import { defineAction } from '@/lib/socle/action'

export const actionPoster = defineAction(
  { droit: 'demande.traiter', schema: posterSchema, journal: 'document.poste' },
  posterDocument,
)
export const actionProlonger = defineAction(
  { droit: 'demande.traiter', schema: prolongerSchema, journal: 'document.prolonge' },
  prolongerDocument,
)
