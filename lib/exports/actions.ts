'use server'

import { demanderListe } from '@/lib/exports/demander-liste'
import { exporterListeSchema } from '@/lib/exports/schema'
import { defineAction } from '@/lib/socle/action'

export const actionExporterListe = defineAction(
  { droit: 'liste.exporter', schema: exporterListeSchema, journal: 'liste.demandee' },
  demanderListe,
)
