import type { z } from 'zod'
import { refuserVersion, verrouillerRoutage } from '@/lib/equipes/enregistrer-equipe'
import type { dissoudreSchema } from '@/lib/equipes/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/**
 * Ends a team. Its open demandes keep who follows them and go to the team that takes over, with its rules; without one, they
 * go to the common queue and its rules end. Closed demandes keep its name.
 */
export async function dissoudreEquipe(
  contexte: Contexte,
  { id, version, vers }: z.output<typeof dissoudreSchema>,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const caisseId = acteur.caisse?.id ?? ''
  await verrouillerRoutage(contexte)
  const reprise = vers ? await tx.equipe.findFirst({ where: { id: vers, caisseId, actif: true } }) : null
  if (vers && (!reprise || vers === id))
    throw new ErreurMetier('saisie', undefined, { vers: 'Cette équipe n’existe plus\u00A0: choisissez-en une autre' })
  const { count } = await tx.equipe.updateMany({
    where: { id, caisseId, version, actif: true },
    data: { actif: false, version: { increment: 1 } },
  })
  if (count === 0) await refuserVersion(contexte, id)
  const [ligne] = await tx.$queryRaw<{ n: number }[]>`
    SELECT ep_vider_equipe(${id}::uuid, ${reprise?.id ?? null}::uuid, ${maintenant}) AS n`
  return {
    vers: '/caisse/parametres/equipes?fait=dissoute',
    journal: {
      objetType: 'equipe',
      objetId: id,
      caisseId,
      details: { acte: 'dissoute', vers: reprise?.id ?? null, demandes: ligne?.n ?? 0 },
    },
  }
}
