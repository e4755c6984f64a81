import { creerJeton } from '@/lib/comptes/creer-jeton'
import { type CompteGere, compteAGerer } from '@/lib/habilitations/acces'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/**
 * A link of activation to hand over when the mail never arrives: shown once, valid for 24 hours. Those already sent stay valid
 * until one is used. Journal: «compte.lien_remis», by the caller.
 */
export async function remettreLien(contexte: Contexte, compteId: string): Promise<string> {
  const { tx, maintenant } = contexte
  await compteAActiver(contexte, compteId)
  return creerJeton(tx, { compteId, type: 'activation', maintenant })
}

const MAX_PAR_HEURE = 3

/** The same mail again, three times an hour at most. Journal: «compte.lien_renvoye», by the caller. */
export async function renvoyerActivation(contexte: Contexte, compteId: string): Promise<void> {
  const { tx, maintenant } = contexte
  const { courriel } = await compteAActiver(contexte, compteId)
  const depuis = new Date(maintenant.getTime() - 3_600_000)
  const recents = await tx.courriel.count({ where: { modele: 'activation', compteId, creeLe: { gt: depuis } } })
  if (recents >= MAX_PAR_HEURE) {
    throw new ErreurMetier(
      'trop_de_tentatives',
      'Trois courriels sont partis depuis une heure. Vérifiez l’adresse, ou remettez un lien à la personne.',
    )
  }
  await ajouterCourriel(tx, { modele: 'activation', destinataire: courriel, compteId, donnees: {} })
}

async function compteAActiver(contexte: Contexte, compteId: string): Promise<CompteGere> {
  const compte = await compteAGerer(contexte, compteId)
  if (compte.etat !== 'attente_activation') {
    throw new ErreurMetier(
      'etat_change',
      compte.etat === 'actif'
        ? 'Ce compte est déjà activé. La personne retrouve l’accès par «\u00a0Identifiant ou mot de passe oublié\u00a0».'
        : 'Ce compte est inactivé. Rétablissez-le d’abord.',
    )
  }
  return compte
}
