import { journaliser } from '@/lib/journal/ecrire'
import { effacerFichier } from '@/lib/pieces-jointes/coffre'
import { avecTravaux } from '@/lib/socle/base'

type AEffacer = { id: string; caisseId: string }

/**
 * Removes the content of one demande, in a transaction of its own: the database reads again, at that moment, whether its time
 * has come and nothing holds it. Its files lose their keys in the transaction, and go once it is committed: what a cut leaves
 * of them can be read by nobody, and goes with `purgerFichiers`. False when there was nothing to do.
 */
export async function effacerDemande({ id, caisseId }: AEffacer, maintenant: Date): Promise<boolean> {
  const pieces = await avecTravaux(async (tx) => {
    const [ligne] = await tx.$queryRaw<{ pieces: string[] | null }[]>`
      SELECT ep_effacer_demande(${id}::uuid, ${maintenant}::timestamptz) AS pieces`
    const effacees = ligne?.pieces ?? null
    if (effacees)
      await journaliser(tx, {
        action: 'demande.effacee',
        profil: 'automatique',
        objetType: 'demande',
        objetId: id,
        caisseId,
      })
    return effacees
  })
  for (const piece of pieces ?? []) await effacerFichier(piece)
  return pieces !== null
}
