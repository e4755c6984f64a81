import { enregistrerMotDePasse, hacherSiAccepte } from '@/lib/comptes/choisir-mot-de-passe'
import { type CleEssais, compterEssai } from '@/lib/comptes/essais'
import { verifierMotDePasse } from '@/lib/comptes/hachage'
import { messageBlocage } from '@/lib/comptes/libelles'
import { fermerSessions } from '@/lib/comptes/ouvrir-session'
import type { SaisieChangement } from '@/lib/comptes/schema'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { accueilDe } from '@/lib/socle/acteur'
import type { ContextePublic, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { cheminSur } from '@/lib/socle/session'

/** A signed-in person changes the password, by choice or because its time has passed. The other sessions end. */
export async function changerMotDePasse(
  contexte: ContextePublic,
  { motDePasseActuel, nouveauMotDePasse, retour }: SaisieChangement,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  if (!acteur) throw new ErreurMetier('session_expiree')
  const compteId = acteur.compteId
  const compte = await tx.compte.findUniqueOrThrow({
    where: { id: compteId },
    select: {
      identifiant: true,
      nom: true,
      prenom: true,
      courriel: true,
      partenaireId: true,
      structure: { select: { nom: true } },
      authentification: { select: { motDePasseHash: true } },
    },
  })
  // Counted with the sign-ins: an open session left on a desk is no way to guess the password.
  const juste = await verifierMotDePasse(compte.authentification?.motDePasseHash, motDePasseActuel)
  const cles: CleEssais[] = [{ genre: 'identifiant', valeur: compte.identifiant.toLowerCase() }]
  const bloque = await compterEssai(contexte, cles, juste)
  if (bloque) return { refus: new ErreurMetier('trop_de_tentatives', messageBlocage(bloque, maintenant)), journal }
  if (!juste) {
    const erreurs = { motDePasseActuel: 'Ce n’est pas votre mot de passe actuel.' }
    return { refus: new ErreurMetier('saisie', undefined, erreurs), journal }
  }
  if (nouveauMotDePasse === motDePasseActuel) {
    const erreurs = { nouveauMotDePasse: 'Choisissez un mot de passe différent de l’actuel.' }
    throw new ErreurMetier('saisie', undefined, erreurs)
  }
  const empreinte = await hacherSiAccepte(nouveauMotDePasse, compte)
  await enregistrerMotDePasse(tx, { compteId, empreinte, maintenant })
  await fermerSessions(tx, { compteId, sauf: acteur.sessionId, maintenant })
  const { courriel } = compte
  await ajouterCourriel(tx, { modele: 'mot_de_passe_change', destinataire: courriel, compteId, donnees: {} })
  return { vers: cheminSur(retour, accueilDe(acteur)), journal: { objetType: 'compte', objetId: compteId } }
}

const journal: Suite['journal'] = { action: 'connexion.refusee', details: { raison: 'mot_de_passe_actuel' } }
