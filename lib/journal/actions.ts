'use server'

import { chercherAuJournal } from '@/lib/journal/chercher'
import { conservationSchema, saisieSchema } from '@/lib/journal/criteres'
import { reglerConservation } from '@/lib/journal/regler-conservation'
import { defineAction } from '@/lib/socle/action'

export const chercherDansLeJournal = defineAction(
  { droit: 'journal.voir', schema: saisieSchema, journal: 'journal.cherche' },
  chercherAuJournal,
)

export const reglerConservationDuJournal = defineAction(
  { droit: 'administrer', schema: conservationSchema, journal: 'parametre.modifie' },
  reglerConservation,
)
