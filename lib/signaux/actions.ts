'use server'

import { prendreEnCompte } from '@/lib/signaux/prendre-en-compte'
import { priseEnCompteSchema } from '@/lib/signaux/schema'
import { defineAction } from '@/lib/socle/action'

export const prendreSignalEnCompte = defineAction(
  { droit: 'journal.voir', schema: priseEnCompteSchema, journal: 'signal.pris_en_compte' },
  prendreEnCompte,
)
