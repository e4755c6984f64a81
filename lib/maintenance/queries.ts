import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'

/** Those that run or will, then the last ones. */
export function maintenances(acteur: Acteur, maintenant: Date) {
  return avecPerimetre(perimetre(acteur), async (tx) => ({
    aVenir: await tx.maintenance.findMany({
      where: { etat: 'annoncee', finLe: { gt: maintenant } },
      orderBy: { debutLe: 'asc' },
    }),
    passees: await tx.maintenance.findMany({
      where: { OR: [{ etat: 'annulee' }, { finLe: { lte: maintenant } }] },
      orderBy: { debutLe: 'desc' },
      take: 20,
    }),
  }))
}

/** One that can still be changed; null for any other. */
export function maintenanceAModifier(acteur: Acteur, id: string, maintenant: Date) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), (tx) =>
    tx.maintenance.findFirst({ where: { id, etat: 'annoncee', finLe: { gt: maintenant } } }),
  )
}
