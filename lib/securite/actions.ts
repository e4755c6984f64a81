'use server'

import { ajouterCle as ajouter, defierAjout } from '@/lib/securite/ajouter-cle'
import { oublierAppareil } from '@/lib/securite/appareils'
import { confirmerMotDePasse as confirmer } from '@/lib/securite/confirmer-mot-de-passe'
import {
  connexionParCle as connexionCle,
  defierConnexion,
  defierSecondFacteur,
  secondFacteurParCle as secondFacteurCle,
} from '@/lib/securite/connexion-par-cle'
import { lireNavigateur, poserCookieAppareil } from '@/lib/securite/cookie-appareil'
import { donnerSecondFacteur as donner } from '@/lib/securite/donner-second-facteur'
import { installerApplication as installer } from '@/lib/securite/installer-application'
import { refaireCodes } from '@/lib/securite/refaire-codes'
import { reinitialiserDoubleAuthentification } from '@/lib/securite/reinitialiser'
import { retirerApplication } from '@/lib/securite/retirer-application'
import {
  schemaAppareil,
  schemaCle,
  schemaCode,
  schemaConfirmation,
  schemaNomDeCle,
  schemaNouvelleCle,
  schemaPremierCode,
  schemaReinitialisation,
  schemaReponse,
  schemaVide,
} from '@/lib/securite/schema'
import { renommerCle, retirerCle } from '@/lib/securite/tenir-cles'
import { defineAction, defineActionPublique } from '@/lib/socle/action'
import { poserCookie } from '@/lib/socle/session'

// After the password, before anything else.
export const donnerSecondFacteur = defineActionPublique(
  { droit: 'public', schema: schemaCode, journal: 'second_facteur.donne', pendantSecondFacteur: true },
  donner,
)
export const defiSecondFacteur = defineActionPublique(
  { droit: 'public', schema: schemaVide, journal: 'cle_acces.defi', pendantSecondFacteur: true },
  defierSecondFacteur,
)
export const secondFacteurParCle = defineActionPublique(
  { droit: 'public', schema: schemaReponse, journal: 'second_facteur.donne', pendantSecondFacteur: true },
  secondFacteurCle,
)

// Without a password.
export const defiConnexion = defineActionPublique(
  { droit: 'public', schema: schemaVide, journal: 'cle_acces.defi' },
  defierConnexion,
)
export const connexionParCle = defineActionPublique(
  { droit: 'public', schema: schemaReponse, journal: 'connexion.ouverte' },
  async (contexte, saisie) => {
    const { navigateur, jeton } = await lireNavigateur()
    const { suite, sessionId } = await connexionCle({ ...contexte, navigateur, jeton }, saisie)
    if (sessionId) {
      await poserCookie(sessionId)
      await poserCookieAppareil(jeton)
    }
    return suite
  },
)

// Also for a session that must set a second factor up before anything else.
export const confirmerMotDePasse = defineActionPublique(
  { droit: 'public', schema: schemaConfirmation, journal: 'session.confirmee' },
  confirmer,
)
export const installerApplication = defineActionPublique(
  { droit: 'public', schema: schemaPremierCode, journal: 'second_facteur.installe' },
  installer,
)
export const defiAjoutCle = defineActionPublique(
  { droit: 'public', schema: schemaVide, journal: 'cle_acces.defi' },
  defierAjout,
)
export const ajouterCle = defineActionPublique(
  { droit: 'public', schema: schemaNouvelleCle, journal: 'cle_acces.ajoutee' },
  ajouter,
)

// One's own account.
export const actionRetirerApplication = defineAction(
  { droit: 'compte.soi', schema: schemaVide, journal: 'second_facteur.retire' },
  retirerApplication,
)
export const actionRefaireCodes = defineAction(
  { droit: 'compte.soi', schema: schemaVide, journal: 'codes_secours.refaits' },
  refaireCodes,
)
export const actionRenommerCle = defineAction(
  { droit: 'compte.soi', schema: schemaNomDeCle, journal: 'cle_acces.renommee' },
  renommerCle,
)
export const actionRetirerCle = defineAction(
  { droit: 'compte.soi', schema: schemaCle, journal: 'cle_acces.retiree' },
  retirerCle,
)
export const actionOublierAppareil = defineAction(
  { droit: 'compte.soi', schema: schemaAppareil, journal: 'appareil.oublie' },
  oublierAppareil,
)

// The account of somebody else.
export const actionReinitialiserDoubleAuthentification = defineAction(
  {
    droit: 'double_authentification.reinitialiser',
    schema: schemaReinitialisation,
    journal: 'second_facteur.reinitialise',
  },
  reinitialiserDoubleAuthentification,
)
