import type { z } from 'zod'
import { aDroit } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { prevenirDuTicket } from '@/lib/support/prevenir'
import { etatApres, nationalApres, suitesPossibles } from '@/lib/support/regles'
import type { traiterSupportSchema } from '@/lib/support/schema'

/**
 * What the side that holds a ticket does of it: an answer, which its writer reads and is told of, and another state. Passed on or given
 * back, the other side is told too.
 */
export async function traiterDysfonctionnement(
  contexte: Contexte,
  { id, version, suite, texte }: z.output<typeof traiterSupportSchema>,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const national = aDroit(acteur, 'administrer')
  const ticket = await tx.dysfonctionnement.findFirst({
    where: national ? { id, national } : { id, caisseId: acteur.caisse?.id ?? '', national },
  })
  if (!ticket) throw new ErreurMetier('introuvable')
  if (ticket.version !== version || !suitesPossibles(ticket).includes(suite))
    throw new ErreurMetier('etat_change', 'Ce signalement a changé depuis que vous l’avez ouvert. Rechargez la page.')
  const etat = etatApres(suite, ticket.etat)
  await tx.echangeSupport.createMany({
    data: [
      {
        id: crypto.randomUUID(),
        dysfonctionnementId: id,
        auteurId: acteur.compteId,
        cote: national ? 'national' : 'caisse',
        texte,
        etat,
        ecritLe: maintenant,
      },
    ],
  })
  const { count } = await tx.dysfonctionnement.updateMany({
    where: { id, version },
    data: {
      etat: etat ?? ticket.etat,
      national: nationalApres(suite, national),
      dernierLe: maintenant,
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new ErreurMetier('etat_change', 'Quelqu’un d’autre vient de donner suite. Rechargez la page.')
  await prevenirDuTicket(tx, acteur, id, 'support_repondu')
  if (suite === 'transmettre' || suite === 'rendre') await prevenirDuTicket(tx, acteur, id, 'support_recu')
  return {
    vers: `/support/${id}?fait=${suite}`,
    journal: { objetType: 'dysfonctionnement', objetId: id, caisseId: ticket.caisseId, details: { suite } },
  }
}
