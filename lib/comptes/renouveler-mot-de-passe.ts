import { enregistrerMotDePasse, hacherSiAccepte } from '@/lib/comptes/choisir-mot-de-passe'
import { oublierEssais } from '@/lib/comptes/essais'
import { consommerJeton, lireJeton, refuserJeton } from '@/lib/comptes/jetons'
import { auteurDuCompte, fermerSessions, ouvrirSession } from '@/lib/comptes/ouvrir-session'
import type { SaisieJeton } from '@/lib/comptes/schema'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { ContextePublic, Suite } from '@/lib/socle/action'

/** A new password through the link of «mot de passe oublié»: the other sessions end, a locked sign-in opens again. */
export async function renouvelerMotDePasse(
  { tx, adresse, navigateur, maintenant }: ContextePublic & { navigateur: string | null },
  { jeton, nouveauMotDePasse }: SaisieJeton,
): Promise<{ suite: Suite; sessionId: string }> {
  const lu = await lireJeton(tx, jeton, 'mot_de_passe', maintenant)
  if (lu.etat !== 'valable') throw refuserJeton(lu.etat)
  const { id: compteId, identifiant, courriel } = lu.compte
  const empreinte = await hacherSiAccepte(nouveauMotDePasse, lu.compte)
  await consommerJeton(tx, { jeton, type: 'mot_de_passe', compteId, maintenant })
  await enregistrerMotDePasse(tx, { compteId, empreinte, maintenant })
  await oublierEssais(tx, identifiant)
  await fermerSessions(tx, { compteId, maintenant })
  await ajouterCourriel(tx, { modele: 'mot_de_passe_change', destinataire: courriel, compteId, donnees: {} })
  const sessionId = await ouvrirSession(tx, { compteId, adresse, navigateur, maintenant })
  const acteur = auteurDuCompte(lu.compte)
  return { sessionId, suite: { vers: '/', journal: { acteur, objetType: 'compte', objetId: compteId } } }
}
