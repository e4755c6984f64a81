import { z } from 'zod'
import { accesOuvert } from '@/lib/conventions/regles'
import type { Acteur } from '@/lib/socle/acteur'
import { avecConnexion, baseWeb } from '@/lib/socle/base'
import { sessionVivante } from '@/lib/socle/duree-session'
import { dateAParis } from '@/lib/socle/temps'

const lien = z.object({ id: z.string(), nom: z.string() })

const ligneSession = z.object({
  sessionId: z.string(),
  vueLe: z.coerce.date(),
  expireLe: z.coerce.date(),
  compteId: z.string(),
  identifiant: z.string(),
  profil: z.enum(['technicien', 'gestionnaire', 'caisse', 'administrateur']),
  roles: z.array(z.enum(['agent', 'referent', 'dpo'])),
  etat: z.string(),
  civilite: z.string(),
  nom: z.string(),
  prenom: z.string(),
  courriel: z.string(),
  preferences: z.object({ raccourcis: z.boolean().default(true) }).catch({ raccourcis: true }),
  motDePasseLe: z.coerce.date().nullable(),
  caisse: lien.nullable(),
  partenaire: lien.nullable(),
  structure: lien.extend({ ouvreLe: z.string().nullable(), unique: z.boolean() }).nullable(),
  conventions: z.array(
    z.object({
      caisseId: z.string(),
      caisseNom: z.string(),
      etat: z.string(),
      effetLe: z.string().nullable(),
      finLe: z.string().nullable(),
      suspendue: z.boolean(),
    }),
  ),
  cguAcceptee: z.boolean(),
  motDePasseMois: z.number().nullable(),
})

/** What stands between an open session and the portal. */
export type Reste = 'cgu' | 'mot_de_passe' | null

const freqVueMs = 60_000

/**
 * The acteur behind a session id, read afresh at each request so that a revocation acts on the next one.
 * Null when the session is closed, idle for 30 minutes, older than 10 hours, or when the account is not active.
 */
export async function lireSession(
  sessionId: string,
  maintenant = new Date(),
): Promise<{ acteur: Acteur; reste: Reste } | null> {
  const [rang] = await baseWeb().$queryRaw<{ session: unknown }[]>`SELECT ep_session(${sessionId}::uuid) AS session`
  if (!rang?.session) return null
  const ligne = ligneSession.parse(rang.session)
  if (ligne.etat !== 'actif' || !sessionVivante(ligne, maintenant)) return null
  if (maintenant.getTime() - ligne.vueLe.getTime() > freqVueMs) await toucher(sessionId, maintenant)
  return { acteur: versActeur(ligne, maintenant), reste: ceQuiReste(ligne, maintenant) }
}

function toucher(id: string, maintenant: Date): Promise<unknown> {
  return avecConnexion((tx) => tx.session.updateMany({ where: { id }, data: { vueLe: maintenant } }))
}

function versActeur(ligne: z.output<typeof ligneSession>, maintenant: Date): Acteur {
  const jour = dateAParis(maintenant)
  return {
    ...ligne,
    raccourcis: ligne.preferences.raccourcis,
    caissesOuvertes: ligne.conventions
      .filter((convention) => accesOuvert(convention, ligne.structure?.ouvreLe ?? null, jour))
      .map(({ caisseId, caisseNom }) => ({ id: caisseId, nom: caisseNom }))
      .filter(({ id }, rang, toutes) => toutes.findIndex((caisse) => caisse.id === id) === rang),
  }
}

function ceQuiReste(ligne: z.output<typeof ligneSession>, maintenant: Date): Reste {
  if (!ligne.cguAcceptee) return 'cgu'
  if (ligne.motDePasseMois && ligne.motDePasseLe) {
    const limite = new Date(ligne.motDePasseLe)
    limite.setMonth(limite.getMonth() + ligne.motDePasseMois)
    if (limite <= maintenant) return 'mot_de_passe'
  }
  return null
}
