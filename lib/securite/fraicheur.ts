import { estFraiche } from '@/lib/securite/regles'
import type { Acteur } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Whether the person has proved who it is within the last minutes, in this session. */
export async function sessionFraiche(
  tx: Transaction,
  { sessionId }: Pick<Acteur, 'sessionId'>,
  maintenant: Date,
): Promise<boolean> {
  const session = await tx.session.findUnique({
    where: { id: sessionId },
    select: { creeeLe: true, confirmeeLe: true },
  })
  return session !== null && estFraiche(session, maintenant)
}

/** An open session left on a desk changes nothing of what protects the account. */
export async function exigerFraicheur(
  contexte: { tx: Transaction; maintenant: Date },
  acteur: Pick<Acteur, 'sessionId'>,
): Promise<void> {
  if (await sessionFraiche(contexte.tx, acteur, contexte.maintenant)) return
  throw new ErreurMetier(
    'etat_change',
    'Vous êtes connecté depuis un moment. Rechargez la page : elle vous demandera votre mot de passe avant ce changement.',
  )
}
