import { fermerSessions } from '@/lib/comptes/ouvrir-session'
import type { Contexte, ContextePublic, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Signs out: also for someone who has not accepted the CGU, or whose session has just ended. */
export async function seDeconnecter({ tx, acteur, maintenant }: ContextePublic): Promise<Suite> {
  if (!acteur) return { vers: '/connexion' }
  await tx.session.updateMany({ where: { id: acteur.sessionId, fermeeLe: null }, data: { fermeeLe: maintenant } })
  return { vers: '/connexion', journal: { objetType: 'session', objetId: acteur.sessionId } }
}

/** Closes one of one's own sessions: it ends at its next request. */
export async function fermerUneSession(
  { tx, acteur, maintenant }: Contexte,
  { sessionId }: { sessionId: string },
): Promise<Suite> {
  const { count } = await tx.session.updateMany({
    where: { id: sessionId, compteId: acteur.compteId, fermeeLe: null },
    data: { fermeeLe: maintenant },
  })
  if (count === 0) throw new ErreurMetier('etat_change', 'Cette session est déjà fermée.')
  return {
    vers: sessionId === acteur.sessionId ? '/connexion' : '/compte/securite#sessions',
    journal: { objetType: 'session', objetId: sessionId },
  }
}

export async function fermerAutresSessions({ tx, acteur, maintenant }: Contexte): Promise<Suite> {
  await fermerSessions(tx, { compteId: acteur.compteId, sauf: acteur.sessionId, maintenant })
  return { vers: '/compte/securite#sessions', journal: { objetType: 'compte', objetId: acteur.compteId } }
}
