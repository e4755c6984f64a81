import { createHash } from 'node:crypto'
import { auteurDuCompte, ouvrirSession } from '@/lib/comptes/ouvrir-session'
import { journaliser } from '@/lib/journal/ecrire'
import { DUREE_SECONDES } from '@/lib/oidc/depart'
import type { Identite } from '@/lib/oidc/identite'
import type { RefusOidc } from '@/lib/oidc/libelles'
import { reconnaitreAppareil } from '@/lib/securite/appareils'
import { accueilDe, type Habilitation } from '@/lib/socle/acteur'
import { avecConnexion, type Transaction } from '@/lib/socle/base'
import { cheminSur } from '@/lib/socle/session'

type Arrivee = { adresse: string; navigateur: string | null; jeton?: string; maintenant: Date }

/** Takes the return of this state, once: false when it was taken already. */
export function prendreRetour(etat: string, maintenant: Date): Promise<boolean> {
  return avecConnexion(async (tx) => {
    const { count } = await tx.retourOidc.createMany({
      data: [
        {
          empreinte: createHash('sha256').update(etat).digest('base64url'),
          expireLe: new Date(maintenant.getTime() + 2 * DUREE_SECONDES * 1000),
        },
      ],
      skipDuplicates: true,
    })
    return count === 1
  })
}

/**
 * Signs in the caisse-side account of an identity, or says why not. No account is ever made, and none of a partenaire or of the
 * administration is reached; what is refused is in the journal too.
 */
export function entrer(
  identite: Identite,
  { adresse, navigateur, jeton, maintenant, retour }: Arrivee & { retour?: string },
): Promise<{ vers: string; sessionId: string } | { refus: RefusOidc }> {
  return avecConnexion(async (tx) => {
    const trouve = await trouverCompte(tx, identite, maintenant)
    if ('refus' in trouve) {
      const { refus, compteId } = trouve
      await journaliser(tx, {
        action: 'connexion.refusee',
        adresse,
        objetType: compteId ? 'compte' : undefined,
        objetId: compteId,
        details: { raison: `oidc_${refus}` },
      })
      return { refus }
    }
    const { compte } = trouve
    const compteId = compte.id
    const secondFacteurLe = identite.secondFacteur ? maintenant : undefined
    const sessionId = await ouvrirSession(tx, { compteId, adresse, navigateur, maintenant, secondFacteurLe })
    const auteur = auteurDuCompte(compte)
    await reconnaitreAppareil(tx, { compteId, sessionId, jeton, navigateur, adresse, maintenant, auteur })
    await journaliser(tx, {
      action: 'connexion.ouverte',
      acteur: auteur,
      adresse,
      objetType: 'session',
      objetId: sessionId,
      details: { moyen: 'oidc', secondFacteur: identite.secondFacteur },
    })
    return { sessionId, vers: cheminSur(retour, accueilDe(compte as Habilitation)) }
  })
}

const colonnes = { id: true, profil: true, roles: true, caisseId: true, partenaireId: true } as const
const ouverts = { profil: 'caisse', etat: 'actif', supprimeLe: null } as const

/** By who it is at the provider once known; the first time only, by its verified professional address. */
async function trouverCompte(
  tx: Transaction,
  { emetteur, sujet, courriel, verifie }: Identite,
  maintenant: Date,
): Promise<
  | { compte: { id: string; profil: string; roles: string[]; caisseId: string | null; partenaireId: string | null } }
  | { refus: RefusOidc; compteId?: string }
> {
  const deja = await tx.lienOidc.findUnique({ where: { emetteur_sujet: { emetteur, sujet } } })
  if (deja) {
    const compte = await tx.compte.findUnique({ where: { id: deja.compteId, ...ouverts }, select: colonnes })
    if (!compte) return { refus: 'aucun_compte', compteId: deja.compteId }
    await tx.lienOidc.updateMany({ where: { emetteur, sujet }, data: { utiliseLe: maintenant } })
    return { compte }
  }
  if (!courriel) return { refus: 'sans_courriel' }
  if (!verifie) return { refus: 'non_verifie' }
  const [compte, ...autres] = await tx.compte.findMany({ where: { courriel, ...ouverts }, select: colonnes, take: 2 })
  if (!compte) return { refus: 'aucun_compte' }
  if (autres.length > 0) return { refus: 'plusieurs_comptes' }
  const { count } = await tx.lienOidc.createMany({
    data: [{ emetteur, sujet, compteId: compte.id, creeLe: maintenant, utiliseLe: maintenant }],
    skipDuplicates: true,
  })
  // Two first sign-ins at once: the other one has made the same link, or another identity holds the account.
  const lien = count === 1 || (await tx.lienOidc.findUnique({ where: { emetteur_sujet: { emetteur, sujet } } }))
  return lien ? { compte } : { refus: 'autre_identite', compteId: compte.id }
}

/** Forgets the returns that can't be sent again. */
export async function oublierRetours(tx: Transaction, maintenant: Date): Promise<void> {
  await tx.retourOidc.deleteMany({ where: { expireLe: { lt: maintenant } } })
}
