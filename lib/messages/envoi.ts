/** Minutes during which its writer may withdraw a message, and during which its e-mail waits: a rule of the product, the same everywhere. */
export const DELAI_RETRAIT_MINUTES = 5

/** Instant from which a message can no longer be withdrawn, and its e-mail leaves. */
export function finDuRetrait(envoyeLe: Date): Date {
  return new Date(envoyeLe.getTime() + DELAI_RETRAIT_MINUTES * 60_000)
}

/** A message is withdrawn by its writer alone, once, before its e-mail leaves. */
export function retirable(
  message: { auteurId: string; envoyeLe: Date; retireLe: Date | null },
  compteId: string,
  maintenant: Date,
): boolean {
  return message.auteurId === compteId && message.retireLe === null && maintenant < finDuRetrait(message.envoyeLe)
}

/** What an e-mail that announces a message carries: which one, and not before when. */
export function annonce(
  messageId: string,
  demande: { caisseId: string },
  maintenant: Date,
): { porteSurId: string; pasAvantLe: Date; caisseId: string } {
  return { porteSurId: messageId, pasAvantLe: finDuRetrait(maintenant), caisseId: demande.caisseId }
}
