import type { Service } from '@/lib/demandes/modele'

/** Null: whatever it is. At least one is said. */
export type Criteres = { service: Service | null; motifId: string | null; partenaireId: string | null }

export type Regle = Criteres & { id: string; equipeId: string; creeeLe: Date }

/** What a demande is when it is filed. */
export type Depot = { service: Service; motifId: string; partenaireId: string }

/** The more precise wins: a motif says more than a partenaire, and a partenaire more than a service. The same in `ep_equipe_pour`. */
export function precisionDe({ motifId, partenaireId, service }: Criteres): number {
  return (motifId ? 4 : 0) + (partenaireId ? 2 : 0) + (service ? 1 : 0)
}

/** In the order in which they are tried. */
export function enOrdre<R extends Regle>(regles: readonly R[]): R[] {
  return [...regles].sort(
    (a, b) => precisionDe(b) - precisionDe(a) || a.creeeLe.getTime() - b.creeeLe.getTime() || (a.id < b.id ? -1 : 1),
  )
}

/** The rule that decides for a demande; null when none does, and it goes to the common queue. */
export function regleGagnante<R extends Regle>(regles: readonly R[], depot: Depot): R | null {
  return (
    enOrdre(regles).find(
      ({ service, motifId, partenaireId }) =>
        (service === null || service === depot.service) &&
        (motifId === null || motifId === depot.motifId) &&
        (partenaireId === null || partenaireId === depot.partenaireId),
    ) ?? null
  )
}
