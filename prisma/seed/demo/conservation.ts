import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import type { Atelier } from '../fabriques/atelier'

const ilYA = (maintenant: Date, jours: number) => new Date(maintenant.getTime() - jours * 86_400_000)

/** Days before today of the last nights told, with what each removed. */
const nuits: [jours: number, comptes: Record<string, number>][] = [
  [1, { courriels: 6 }],
  [2, {}],
  [3, { fichiers: 4, rendez_vous: 1 }],
  [8, { annonces: 2 }],
]

/**
 * A caisse that keeps less than the others: its oldest demandes are about to go, some of its files too, one is held back for a
 * complaint, and its last nights are told.
 */
export async function conserver({ tx, hasard, maintenant }: Atelier, caisseId: string): Promise<void> {
  await tx.reglagesCaisse.update({
    where: { caisseId },
    data: { conservationDemandeMois: 15, conservationFichiersMois: 12, conservationSansReponseMois: 12 },
  })
  const gardien = await tx.compte.findFirst({
    where: { caisseId, roles: { has: 'dpo' } },
    orderBy: { identifiant: 'asc' },
    select: { id: true },
  })
  const ancienne = await tx.demande.findFirst({
    where: { caisseId, ouverte: false, closeLe: { not: null } },
    orderBy: [{ closeLe: 'asc' }, { reference: 'asc' }],
    select: { id: true },
  })
  if (gardien && ancienne)
    await tx.retenue.create({
      data: {
        id: hasard.uuid(ilYA(maintenant, 12)),
        demandeId: ancienne.id,
        caisseId,
        raison: 'Réclamation devant la commission de recours amiable, en cours.',
        jusquau: new Date(ajouterJours(dateAParis(maintenant), 180)),
        poseeLe: ilYA(maintenant, 12),
        poseeParId: gardien.id,
      },
    })
  await tx.passageConservation.createMany({
    data: nuits.map(([jours, comptes]) => ({
      caisseId,
      jour: new Date(ajouterJours(dateAParis(maintenant), -jours)),
      faitLe: ilYA(maintenant, jours),
      comptes,
    })),
  })
}
