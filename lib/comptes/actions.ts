'use server'

import { accepterCgu as accepter } from '@/lib/comptes/accepter-cgu'
import { activerCompte as activer } from '@/lib/comptes/activer-compte'
import { changerMotDePasse as changer } from '@/lib/comptes/changer-mot-de-passe'
import { demanderMotDePasse as demander } from '@/lib/comptes/demander-mot-de-passe'
import { enregistrerPreferences as preferences } from '@/lib/comptes/enregistrer-preferences'
import { fermerAutresSessions as fermerAutres, fermerUneSession, seDeconnecter } from '@/lib/comptes/fermer-session'
import { renouvelerMotDePasse as renouveler } from '@/lib/comptes/renouveler-mot-de-passe'
import {
  schemaCgu,
  schemaChangement,
  schemaConnexion,
  schemaJeton,
  schemaOubli,
  schemaPreferences,
  schemaSession,
  schemaVide,
} from '@/lib/comptes/schema'
import { examinerMotDePasse, seConnecter } from '@/lib/comptes/se-connecter'
import { lireNavigateur, poserCookieAppareil } from '@/lib/securite/cookie-appareil'
import { defineAction, defineActionPublique } from '@/lib/socle/action'
import { poserCookie, retirerCookie } from '@/lib/socle/session'

async function entrer(sessionId: string, { jeton }: { jeton: string }): Promise<void> {
  await poserCookie(sessionId)
  await poserCookieAppareil(jeton)
}

export const connexion = defineActionPublique(
  { droit: 'public', schema: schemaConnexion, journal: 'connexion.ouverte', avant: examinerMotDePasse },
  async (contexte, saisie, examen) => {
    const navigateur = await lireNavigateur()
    const { suite, sessionId } = await seConnecter({ ...contexte, ...navigateur }, saisie, examen)
    if (sessionId) await entrer(sessionId, navigateur)
    return suite
  },
)

export const activerCompte = defineActionPublique(
  { droit: 'public', schema: schemaJeton, journal: 'compte.active' },
  async (contexte, saisie) => {
    const navigateur = await lireNavigateur()
    const { suite, sessionId } = await activer({ ...contexte, ...navigateur }, saisie)
    await entrer(sessionId, navigateur)
    return suite
  },
)

export const demanderMotDePasse = defineActionPublique(
  { droit: 'public', schema: schemaOubli, journal: 'mot_de_passe.demande' },
  demander,
)

export const renouvelerMotDePasse = defineActionPublique(
  { droit: 'public', schema: schemaJeton, journal: 'mot_de_passe.change' },
  async (contexte, saisie) => {
    const navigateur = await lireNavigateur()
    const { suite, sessionId } = await renouveler({ ...contexte, ...navigateur }, saisie)
    await entrer(sessionId, navigateur)
    return suite
  },
)

export const changerMotDePasse = defineActionPublique(
  { droit: 'public', schema: schemaChangement, journal: 'mot_de_passe.change' },
  changer,
)

export const accepterCgu = defineActionPublique(
  { droit: 'public', schema: schemaCgu, journal: 'cgu.acceptee' },
  accepter,
)

const deconnecter = defineActionPublique(
  { droit: 'public', schema: schemaVide, journal: 'session.fermee', pendantSecondFacteur: true },
  async (contexte) => {
    await retirerCookie()
    return seDeconnecter(contexte)
  },
)

/** For a plain form of the header, which has no state to show. */
export async function deconnexion(donnees: FormData): Promise<void> {
  await deconnecter({}, donnees)
}

export const fermerSession = defineAction(
  { droit: 'compte.soi', schema: schemaSession, journal: 'session.fermee' },
  fermerUneSession,
)

export const fermerAutresSessions = defineAction(
  { droit: 'compte.soi', schema: schemaVide, journal: 'session.fermee' },
  fermerAutres,
)

export const enregistrerPreferences = defineAction(
  { droit: 'compte.soi', schema: schemaPreferences, journal: 'compte.preferences' },
  preferences,
)
