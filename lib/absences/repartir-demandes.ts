import { absenceATenir } from '@/lib/absences/enregistrer-absence'
import { type Reprise, rendreDemandes } from '@/lib/equipes/rendre-demandes'
import type { Contexte, Suite } from '@/lib/socle/action'

/** The open demandes of an absent agent are to be taken by others, rather than followed by its substitute: decided by a référent. */
export async function repartirDemandes(
  contexte: Contexte,
  { id, demandes }: { id: string; demandes: Reprise },
): Promise<Suite> {
  const { compteId, caisseId } = await absenceATenir(contexte, id)
  const rendues = await rendreDemandes(contexte, { id: compteId, caisseId }, demandes)
  return {
    vers: '/caisse/absences?fait=repartie',
    journal: { objetType: 'compte', objetId: compteId, caisseId, details: { demandesRendues: rendues } },
  }
}
