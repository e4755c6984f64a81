import { verrouillerRoutage } from '@/lib/equipes/enregistrer-equipe'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Demandes to come no longer follow it; those that did stay where they are. */
export async function supprimerRegle(contexte: Contexte, { id }: { id: string }): Promise<Suite> {
  const { tx, acteur } = contexte
  const caisseId = acteur.caisse?.id ?? ''
  await verrouillerRoutage(contexte)
  const regle = await tx.regleRoutage.findFirst({ where: { id, caisseId }, select: { id: true, equipeId: true } })
  if (!regle) throw new ErreurMetier('introuvable', 'Cette règle n’existe plus. Rechargez la page.')
  await tx.regleRoutage.deleteMany({ where: { id, caisseId } })
  return {
    vers: '/caisse/parametres/routage?fait=supprimee',
    journal: { objetType: 'regle_routage', objetId: id, caisseId, details: { equipe: regle.equipeId } },
  }
}
