'use server'

import { entrerSchema, maintenanceSchema, maintenanceSeuleSchema } from '@/lib/maintenance/schema'
import {
  annulerMaintenance,
  enregistrerMaintenance,
  entrerEnMaintenance,
  sortirDeMaintenance,
} from '@/lib/maintenance/tenir-maintenance'
import { defineAction } from '@/lib/socle/action'

export const actionEnregistrerMaintenance = defineAction(
  { droit: 'maintenance.gerer', schema: maintenanceSchema, journal: 'maintenance.annoncee' },
  enregistrerMaintenance,
)
export const actionEntrerEnMaintenance = defineAction(
  { droit: 'maintenance.gerer', schema: entrerSchema, journal: 'maintenance.entree' },
  entrerEnMaintenance,
)
export const actionSortirDeMaintenance = defineAction(
  { droit: 'maintenance.gerer', schema: maintenanceSeuleSchema, journal: 'maintenance.sortie' },
  sortirDeMaintenance,
)
export const actionAnnulerMaintenance = defineAction(
  { droit: 'maintenance.gerer', schema: maintenanceSeuleSchema, journal: 'maintenance.annulee' },
  annulerMaintenance,
)
