import { compterEssai } from '@/lib/comptes/essais'
import { verifierMotDePasse } from '@/lib/comptes/hachage'
import { messageBlocage } from '@/lib/comptes/libelles'
import type { ContextePublic, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { cheminSur } from '@/lib/socle/session'

/** The password again, in a session open for a while, before a change to what protects the account. Counted with the sign-ins. */
export async function confirmerMotDePasse(
  contexte: ContextePublic,
  { motDePasseActuel, retour }: { motDePasseActuel: string; retour?: string },
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  if (!acteur) throw new ErreurMetier('session_expiree')
  const { compteId, sessionId, identifiant } = acteur
  const secret = await tx.authentification.findUnique({ where: { compteId }, select: { motDePasseHash: true } })
  const juste = await verifierMotDePasse(secret?.motDePasseHash, motDePasseActuel)
  const bloque = await compterEssai(contexte, [{ genre: 'identifiant', valeur: identifiant.toLowerCase() }], juste)
  const journal: Suite['journal'] = { action: 'connexion.refusee', details: { raison: 'mot_de_passe_actuel' } }
  if (bloque) return { refus: new ErreurMetier('trop_de_tentatives', messageBlocage(bloque, maintenant)), journal }
  if (!juste) {
    const erreurs = { motDePasseActuel: 'Ce n’est pas votre mot de passe actuel.' }
    return { refus: new ErreurMetier('saisie', undefined, erreurs), journal }
  }
  await tx.session.updateMany({ where: { id: sessionId, compteId }, data: { confirmeeLe: maintenant } })
  return {
    vers: cheminSur(retour, '/compte/securite'),
    journal: { objetType: 'session', objetId: sessionId },
  }
}
