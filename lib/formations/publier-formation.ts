import type { z } from 'zod'
import type { unSeulSchema } from '@/lib/formations/schema'
import { tenirSaFormation } from '@/lib/formations/tenir'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAParis } from '@/lib/socle/temps'
import { envoyerTravail } from '@/lib/travaux/file'

type Saisie = z.output<typeof unSeulSchema>

/** Opens a session to its partenaires; the invitations leave by themselves, in the background. */
export async function publierFormation(contexte: Contexte, { id }: Saisie): Promise<Suite> {
  const { tx, maintenant } = contexte
  const formation = await tenirSaFormation(contexte, id)
  if (formation.etat !== 'brouillon') throw new ErreurMetier('etat_change', 'Cette session est déjà publiée.')
  if (formation.debutLe <= maintenant)
    throw new ErreurMetier('etat_change', 'Le jour de cette session est passé : modifiez-le avant de la publier.')
  if (formation.jusquau < dateAParis(maintenant))
    throw new ErreurMetier('etat_change', 'Le dernier jour pour s’inscrire est passé : modifiez-le avant de publier.')
  await tx.formation.updateMany({
    where: { id, caisseId: formation.caisseId },
    data: { etat: 'publiee', publieeLe: maintenant, version: { increment: 1 } },
  })
  await envoyerTravail(tx, 'formation.inviter', { formationId: id })
  return {
    vers: `/caisse/formations/${id}?fait=publiee`,
    journal: { objetType: 'formation', objetId: id, caisseId: formation.caisseId },
  }
}

/** A draft that nobody else has seen goes without a trace. */
export async function supprimerFormation(contexte: Contexte, { id }: Saisie): Promise<Suite> {
  const formation = await tenirSaFormation(contexte, id)
  if (formation.etat !== 'brouillon')
    throw new ErreurMetier('etat_change', 'Cette session est publiée : elle ne se supprime plus, elle s’annule.')
  await contexte.tx.formation.deleteMany({ where: { id, caisseId: formation.caisseId, etat: 'brouillon' } })
  return {
    vers: '/caisse/formations?fait=supprimee',
    journal: { objetType: 'formation', objetId: id, caisseId: formation.caisseId },
  }
}
