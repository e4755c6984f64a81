import type { z } from 'zod'
import { libellesRaison } from '@/lib/securite/libelles'
import { prevenirTitulaire } from '@/lib/securite/prevenir'
import type { schemaReinitialisation } from '@/lib/securite/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/**
 * Undoes the second factor of someone who has lost it: its next sign-in, by the password, sets another one up. By the
 * gestionnaire for its techniciens, the référent for gestionnaires and agents, an administrateur for référents; never by
 * oneself. The database says which (`ep_tient_double_authentification`).
 */
export async function reinitialiserDoubleAuthentification(
  { tx, maintenant }: Contexte,
  { compteId, raison }: z.output<typeof schemaReinitialisation>,
): Promise<Suite> {
  const [fait] = await tx.$queryRaw<{ fait: boolean }[]>`
    SELECT ep_reinitialiser_double_authentification(${compteId}::uuid, ${maintenant}) AS fait`
  if (!fait?.fait) throw new ErreurMetier('introuvable')
  const compte = await tx.compte.findUniqueOrThrow({
    where: { id: compteId },
    select: { prenom: true, identifiant: true, courriel: true, caisseId: true },
  })
  const { caisseId, ...titulaire } = compte
  await prevenirTitulaire(tx, { compteId, ...titulaire }, 'double_authentification_reinitialisee', {
    motif: libellesRaison[raison].toLowerCase(),
  })
  return {
    vers: `/comptes/${compteId}/double-authentification?fait=reinitialisee`,
    journal: { objetType: 'compte', objetId: compteId, caisseId, details: { raison } },
  }
}
