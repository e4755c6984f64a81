import type { EtatRendezVous } from '@/lib/rendez-vous/modele'
import { restants } from '@/lib/rendez-vous/regles'

type Creneau = {
  id: string
  mode: string
  lieu: string | null
  debutLe: Date
  finLe: Date
  pris: number
  capacite: number
  ferme: boolean
}

type Ligne = { etat: string; creneauId: string | null; propositions: { creneau: Creneau }[] }

/** The rendez-vous a page shows: the one in progress, or else the last one; and the slots that can still be chosen. */
export function rendezVousAMontrer<L extends Ligne>(lignes: L[], maintenant: Date) {
  const rendezVous = lignes.find(({ etat }) => etat === 'propose' || etat === 'fixe') ?? lignes[0]
  if (!rendezVous) return null
  const offres = rendezVous.propositions.map(({ creneau }) => creneau)
  return {
    ...rendezVous,
    etat: rendezVous.etat as EtatRendezVous,
    offres: offres.length,
    libres: restants(offres, maintenant, rendezVous.creneauId),
  }
}
