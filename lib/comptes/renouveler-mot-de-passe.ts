import { enregistrerMotDePasse, hacherSiAccepte } from '@/lib/comptes/choisir-mot-de-passe'
import { oublierEssais } from '@/lib/comptes/essais'
import { consommerJeton, lireJeton, refuserJeton } from '@/lib/comptes/jetons'
import { auteurDuCompte, fermerSessions, ouvrirSession } from '@/lib/comptes/ouvrir-session'
import type { SaisieJeton } from '@/lib/comptes/schema'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { exigerOidc } from '@/lib/oidc/exiger'
import { reconnaitreAppareil } from '@/lib/securite/appareils'
import { oublierEssaisDuSecondFacteur } from '@/lib/securite/donner-second-facteur'
import type { ContextePublic, Suite } from '@/lib/socle/action'

/** A new password through the link of «mot de passe oublié»: the other sessions end, a locked sign-in opens again. */
export async function renouvelerMotDePasse(
  contexte: ContextePublic & { navigateur: string | null; jeton?: string },
  { jeton: lien, nouveauMotDePasse }: SaisieJeton,
): Promise<{ suite: Suite; sessionId: string }> {
  const { tx, adresse, navigateur, jeton, maintenant } = contexte
  const lu = await lireJeton(tx, lien, 'mot_de_passe', maintenant)
  if (lu.etat !== 'valable') throw refuserJeton(lu.etat)
  const ailleurs = exigerOidc(lu.compte)
  if (ailleurs) throw ailleurs
  const { id: compteId, identifiant, courriel } = lu.compte
  const empreinte = await hacherSiAccepte(nouveauMotDePasse, lu.compte)
  await consommerJeton(tx, { jeton: lien, type: 'mot_de_passe', compteId, maintenant })
  await enregistrerMotDePasse(tx, { compteId, empreinte, maintenant })
  await oublierEssais(tx, identifiant)
  await oublierEssaisDuSecondFacteur(tx, compteId)
  await fermerSessions(tx, { compteId, maintenant })
  await ajouterCourriel(tx, { modele: 'mot_de_passe_change', destinataire: courriel, compteId, donnees: {} })
  const sessionId = await ouvrirSession(tx, { compteId, adresse, navigateur, maintenant })
  const auteur = auteurDuCompte(lu.compte)
  await reconnaitreAppareil(tx, { compteId, sessionId, jeton, navigateur, adresse, maintenant, auteur })
  return { sessionId, suite: { vers: '/', journal: { acteur: auteur, objetType: 'compte', objetId: compteId } } }
}
