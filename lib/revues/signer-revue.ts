import type { z } from 'zod'
import { inactiverCompte } from '@/lib/habilitations/inactiver-compte'
import { journaliser } from '@/lib/journal/ecrire'
import { empreinteDecisions } from '@/lib/revues/empreinte'
import { lignesDeLaRevue } from '@/lib/revues/lignes'
import { verrouillerRevue } from '@/lib/revues/revue-ouverte'
import type { signatureSchema } from '@/lib/revues/schema'
import { nomComplet } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { pluriel } from '@/lib/socle/format'

export const motifRevue = 'Revue des habilitations'

/** Signs a revue whose lines are all decided, as they were shown, and inactivates at once the accounts not kept. */
export async function signerRevue(contexte: Contexte, { id, vues }: z.output<typeof signatureSchema>): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const revue = await verrouillerRevue(contexte, id)
  const lignes = await lignesDeLaRevue(tx, revue)
  const restent = lignes.filter(({ decision }) => !decision)
  if (restent.length > 0) {
    const noms = restent.slice(0, 3).map(({ compte }) => nomComplet(compte))
    throw new ErreurMetier(
      'etat_change',
      `${pluriel(restent.length, 'compte reste', 'comptes restent')} à confirmer avant de signer\u00A0: ${noms.join(', ')}${restent.length > 3 ? '…' : '.'}`,
    )
  }
  if (empreinteDecisions(lignes) !== vues)
    throw new ErreurMetier(
      'etat_change',
      'Une décision a changé, ou un compte, depuis que vous avez ouvert cette page. Rechargez-la, relisez les lignes, puis signez.',
    )
  const aInactiver = lignes.filter(({ decision }) => decision === 'inactiver')
  for (const { compte } of aInactiver) {
    await inactiverCompte(contexte, { compteId: compte.id, motif: motifRevue })
    await journaliser(tx, {
      action: 'compte.inactive',
      acteur,
      objetType: 'compte',
      objetId: compte.id,
      details: { revue: id },
    })
  }
  const { count } = await tx.revueHabilitation.updateMany({
    where: { id, signeeLe: null },
    data: { signeeLe: maintenant, signeeParId: acteur.compteId },
  })
  if (count === 0) throw new ErreurMetier('etat_change')
  const details = { comptes: lignes.length, inactives: aInactiver.length }
  return { vers: `/equipe/revue/${id}?signee=1`, journal: { objetType: 'revue', objetId: id, details } }
}
