import { creerJeton } from '@/lib/comptes/creer-jeton'
import { type CompteGere, compteAGerer } from '@/lib/comptes-caisse/acces'
import { adresseCompte } from '@/lib/comptes-caisse/adresses'
import { exigerCourrielLibre } from '@/lib/comptes-caisse/courriel'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { nomComplet } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** A link to hand over when the mail never arrives: shown this once, valid for 24 hours. Those sent before stay valid until one is used. */
export async function remettreLien(contexte: Contexte, { compteId }: { compteId: string }): Promise<Suite> {
  const compte = await compteAActiver(contexte, compteId)
  const { tx, maintenant } = contexte
  const lien = await creerJeton(tx, { compteId, type: 'activation', maintenant })
  return {
    message: `Lien à remettre à ${nomComplet(compte)}, valable 24\u00A0heures, une seule fois\u00A0: ${lien}`,
    journal: journalDe(compte),
  }
}

const MAX_PAR_HEURE = 3

/** The same mail again, three times an hour at most. */
export async function renvoyerActivation(contexte: Contexte, { compteId }: { compteId: string }): Promise<Suite> {
  const { tx, maintenant, acteur } = contexte
  const compte = await compteAActiver(contexte, compteId)
  const depuis = new Date(maintenant.getTime() - 3_600_000)
  const recents = await tx.courriel.count({ where: { modele: 'activation', compteId, creeLe: { gt: depuis } } })
  if (recents >= MAX_PAR_HEURE)
    throw new ErreurMetier(
      'trop_de_tentatives',
      'Trois courriels sont partis depuis une heure. Vérifiez l’adresse, ou remettez un lien à la personne.',
    )
  await ajouterCourriel(tx, { modele: 'activation', destinataire: compte.courriel, compteId, donnees: {} })
  return { vers: `${adresseCompte(acteur, compte)}?fait=renvoye`, journal: journalDe(compte) }
}

/** Brings back an account closed by mistake: its holder chooses a new password through a new link. */
export async function retablirCompteCaisse(contexte: Contexte, { compteId }: { compteId: string }): Promise<Suite> {
  const { tx, acteur } = contexte
  const compte = await compteAGerer(contexte, compteId)
  const { profil, caisseId, courriel } = compte
  await exigerCourrielLibre(tx, { profil, caisseId, courriel, sauf: compteId })
  const { count } = await tx.compte.updateMany({
    where: { id: compteId, etat: 'inactif' },
    data: { etat: 'attente_activation', inactiveLe: null, motifInactivation: null, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('etat_change', 'Ce compte n’est pas inactivé.')
  await ajouterCourriel(tx, { modele: 'activation', destinataire: courriel, compteId, donnees: {} })
  return { vers: `${adresseCompte(acteur, compte)}?fait=retabli`, journal: journalDe(compte) }
}

async function compteAActiver(contexte: Contexte, compteId: string): Promise<CompteGere> {
  const compte = await compteAGerer(contexte, compteId)
  if (compte.etat === 'attente_activation') return compte
  throw new ErreurMetier(
    'etat_change',
    compte.etat === 'actif'
      ? 'Ce compte est déjà activé. La personne retrouve l’accès par «\u00A0Identifiant ou mot de passe oublié\u00A0».'
      : 'Ce compte est inactivé. Rétablissez-le d’abord.',
  )
}

const journalDe = ({ id, caisseId }: CompteGere) => ({ objetType: 'compte', objetId: id, caisseId })
