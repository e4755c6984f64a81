import { enregistrerMotDePasse, hacherSiAccepte } from '@/lib/comptes/choisir-mot-de-passe'
import { oublierEssais } from '@/lib/comptes/essais'
import { consommerJeton, lireJeton, refuserJeton } from '@/lib/comptes/jetons'
import { auteurDuCompte, ouvrirSession } from '@/lib/comptes/ouvrir-session'
import type { SaisieJeton } from '@/lib/comptes/schema'
import { reconnaitreAppareil } from '@/lib/securite/appareils'
import type { ContextePublic, Suite } from '@/lib/socle/action'

/** First password of an account, through the link of its activation. Opens a session: the CGU come next. */
export async function activerCompte(
  contexte: ContextePublic & { navigateur: string | null; jeton?: string },
  { jeton: lien, nouveauMotDePasse }: SaisieJeton,
): Promise<{ suite: Suite; sessionId: string }> {
  const { tx, adresse, navigateur, jeton, maintenant } = contexte
  const lu = await lireJeton(tx, lien, 'activation', maintenant)
  if (lu.etat !== 'valable') throw refuserJeton(lu.etat)
  const { id: compteId, identifiant } = lu.compte
  const empreinte = await hacherSiAccepte(nouveauMotDePasse, lu.compte)
  await consommerJeton(tx, { jeton: lien, type: 'activation', compteId, maintenant })
  await enregistrerMotDePasse(tx, { compteId, empreinte, maintenant })
  await tx.compte.updateMany({ where: { id: compteId }, data: { etat: 'actif', activeLe: maintenant } })
  await oublierEssais(tx, identifiant)
  const sessionId = await ouvrirSession(tx, { compteId, adresse, navigateur, maintenant })
  const auteur = auteurDuCompte(lu.compte)
  const appareil = { compteId, sessionId, jeton, navigateur, adresse, maintenant, auteur }
  await reconnaitreAppareil(tx, { ...appareil, premiere: true })
  return { sessionId, suite: { vers: '/', journal: { acteur: auteur, objetType: 'compte', objetId: compteId } } }
}
