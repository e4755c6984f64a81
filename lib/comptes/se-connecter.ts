import { blocage, type CleEssais, compterEssai } from '@/lib/comptes/essais'
import { verifierMotDePasse } from '@/lib/comptes/hachage'
import { IDENTIFIANTS_REFUSES, messageBlocage } from '@/lib/comptes/libelles'
import { auteurDuCompte, ouvrirSession } from '@/lib/comptes/ouvrir-session'
import { CREDIT_MS } from '@/lib/comptes/regles'
import type { SaisieConnexion } from '@/lib/comptes/schema'
import { exigerOidc } from '@/lib/oidc/exiger'
import { reconnaitreAppareil } from '@/lib/securite/appareils'
import { accueilDe, type Habilitation } from '@/lib/socle/acteur'
import type { ContextePublic, Suite } from '@/lib/socle/action'
import { avecConnexion } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { cheminSur } from '@/lib/socle/session'

/** What the password says, computed outside of any transaction. Null: not even looked at. */
export type Examen = { juste: boolean } | null

const cles = (identifiant: string, adresse: string): CleEssais[] => [
  { genre: 'adresse', valeur: adresse },
  { genre: 'identifiant', valeur: identifiant },
]

/**
 * Compares the password, for as long whether the account exists or not, can sign in or not. An attempt already blocked is
 * not compared, which says nothing of the account: unknown identifiants are blocked alike.
 */
export async function examinerMotDePasse(
  { identifiant, motDePasse }: SaisieConnexion,
  { adresse, maintenant }: Pick<ContextePublic, 'adresse' | 'maintenant'>,
): Promise<Examen> {
  const lu = await avecConnexion(async (tx) => {
    if (await blocage({ tx, maintenant }, cles(identifiant, adresse))) return null
    // One statement, whether the account exists or not.
    const [compte] = await tx.$queryRaw<{ empreinte: string | null }[]>`
      SELECT a."motDePasseHash" AS empreinte FROM compte c LEFT JOIN authentification a ON a."compteId" = c.id
      WHERE c.identifiant = ${identifiant} AND c.etat = 'actif'`
    return { empreinte: compte?.empreinte }
  })
  return lu && { juste: await verifierMotDePasse(lu.empreinte, motDePasse) }
}

/** Signs in. Same answer to an unknown, inactive or not yet activated account and to a wrong password. */
export async function seConnecter(
  contexte: ContextePublic & { navigateur: string | null; jeton?: string },
  { identifiant, retour }: SaisieConnexion,
  examen: Examen,
): Promise<{ suite: Suite; sessionId?: string }> {
  const { tx, adresse, navigateur, jeton, maintenant } = contexte
  const compte = await tx.compte.findUnique({
    where: { identifiant },
    select: { id: true, profil: true, roles: true, etat: true, caisseId: true, partenaireId: true, connecteLe: true },
  })
  const juste = examen?.juste === true && compte?.etat === 'actif'
  const bloque = examen
    ? await compterEssai(contexte, cles(identifiant, adresse), juste, compte ? estNouvelle(compte, maintenant) : false)
    : await blocage(contexte, cles(identifiant, adresse))
  if (bloque || !juste) {
    const refus = bloque
      ? new ErreurMetier('trop_de_tentatives', messageBlocage(bloque, maintenant))
      : new ErreurMetier('saisie', IDENTIFIANTS_REFUSES)
    return { suite: { refus, journal: refusee(compte, bloque?.etat ?? 'identifiants') } }
  }
  const ailleurs = exigerOidc(compte)
  if (ailleurs) return { suite: { refus: ailleurs, journal: refusee(compte, 'oidc_requis') } }
  const compteId = compte.id
  const auteur = auteurDuCompte(compte)
  const sessionId = await ouvrirSession(tx, { compteId, adresse, navigateur, maintenant })
  await reconnaitreAppareil(tx, { compteId, sessionId, jeton, navigateur, adresse, maintenant, auteur })
  return {
    sessionId,
    suite: {
      vers: cheminSur(retour, accueilDe(compte as Habilitation)),
      journal: { acteur: auteur, objetType: 'session', objetId: sessionId },
    },
  }
}

const estNouvelle = ({ connecteLe }: { connecteLe: Date | null }, maintenant: Date) =>
  !connecteLe || maintenant.getTime() - connecteLe.getTime() >= CREDIT_MS

/** What was typed is not kept: it may well be a password typed in the wrong field. */
function refusee(compte: { id: string; etat: string } | null, raison: string): Suite['journal'] {
  return {
    action: 'connexion.refusee',
    objetType: compte ? 'compte' : undefined,
    objetId: compte?.id,
    details: { raison, etat: compte?.etat ?? 'inconnu' },
  }
}
