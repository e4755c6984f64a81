import { cguEnVigueur } from '@/lib/comptes/accepter-cgu'
import { coteDuCompte } from '@/lib/comptes/choisir-mot-de-passe'
import type { TypeJeton } from '@/lib/comptes/creer-jeton'
import { lireJeton } from '@/lib/comptes/jetons'
import { appareil } from '@/lib/comptes/libelles'
import { LONGUEUR_MIN } from '@/lib/comptes/regles-mot-de-passe'
import { frequenceDe } from '@/lib/notifications/frequence'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecConnexion, avecPerimetre } from '@/lib/socle/base'
import { inactiviteMaxMs } from '@/lib/socle/duree-session'

/** What a link opens, without consuming it: the account it belongs to, or why it cannot be used. */
export function ouvrirLien(jeton: string, type: TypeJeton, maintenant = new Date()) {
  return avecConnexion(async (tx) => {
    const lu = await lireJeton(tx, jeton, type, maintenant)
    if (lu.etat !== 'valable') return { etat: lu.etat }
    const { identifiant, prenom, nom } = lu.compte
    return { etat: lu.etat, compte: { identifiant, prenom, nom, longueurMin: LONGUEUR_MIN[coteDuCompte(lu.compte)] } }
  })
}

/** The CGU in force, and since when this account has accepted them. */
export function lireCgu(acteur: Acteur | null, maintenant = new Date()) {
  return avecConnexion(async (tx) => {
    const version = await cguEnVigueur(tx, maintenant)
    if (!version || !acteur) return { version, accepteeLe: null }
    const cle = { compteId: acteur.compteId, versionId: version.id }
    const acceptation = await tx.acceptationCgu.findUnique({ where: { compteId_versionId: cle } })
    return { version, accepteeLe: acceptation?.accepteeLe ?? null }
  })
}

/** One's own account: details and open sessions, the current one first. */
export function monCompte(acteur: Acteur, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const compte = await tx.compte.findUniqueOrThrow({
      where: { id: acteur.compteId },
      select: {
        fonction: true,
        telephone: true,
        preferences: true,
        authentification: { select: { motDePasseLe: true } },
        sessions: {
          where: {
            fermeeLe: null,
            expireLe: { gt: maintenant },
            vueLe: { gt: new Date(maintenant.getTime() - inactiviteMaxMs) },
          },
          orderBy: { vueLe: 'desc' },
          take: 50,
          select: { id: true, creeeLe: true, vueLe: true, adresse: true, navigateur: true },
        },
      },
    })
    const sessions = compte.sessions.map(({ navigateur, ...session }) => ({
      ...session,
      appareil: appareil(navigateur),
      courante: session.id === acteur.sessionId,
    }))
    sessions.sort((a, b) => Number(b.courante) - Number(a.courante))
    const { fonction, telephone, authentification, preferences } = compte
    return {
      fonction,
      telephone,
      motDePasseLe: authentification?.motDePasseLe ?? null,
      frequence: frequenceDe(preferences),
      sessions,
    }
  })
}
