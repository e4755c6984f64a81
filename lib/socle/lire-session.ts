import { z } from 'zod'
import { couvre, situationDe } from '@/lib/absences/regles'
import { fermetureDe, partenariatTermine, partFinie, suspensionLe } from '@/lib/conventions/acces'
import { lirePart, partSchema } from '@/lib/conventions/parts'
import { colonnesChoisies } from '@/lib/file/colonnes'
import { issuesVisite } from '@/lib/guide/schema'
import { parOidcSeulement } from '@/lib/oidc/reglages'
import { secondFacteurExige } from '@/lib/securite/regles'
import type { Acteur } from '@/lib/socle/acteur'
import { avecConnexion, lire } from '@/lib/socle/base'
import { sessionVivante } from '@/lib/socle/duree-session'
import { MemoireBornee } from '@/lib/socle/memoire-bornee'
import { Prisma } from '@/lib/socle/prisma/client'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

const lien = z.object({ id: z.string(), nom: z.string() })

const identite = z.object({ civilite: z.string(), prenom: z.string(), nom: z.string() })

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
  preferences: z.preprocess(
    (lues) => lues ?? {},
    z.object({
      raccourcis: z.boolean().default(true).catch(true),
      colonnesCachees: z.array(z.enum(colonnesChoisies)).default([]).catch([]),
      premiereVisite: z.enum(issuesVisite).nullable().default(null).catch(null),
    }),
  ),
  motDePasseLe: z.coerce.date().nullable(),
  secondFacteurLe: z.coerce.date().nullable(),
  secondFacteurInstalle: z.boolean(),
  secondFacteurExige: z.unknown(),
  caissesExigeantes: z.array(z.string()),
  caisse: lien.nullable(),
  partenaire: lien.nullable(),
  structure: lien.extend({ ouvreLe: z.string().nullable(), unique: z.boolean() }).nullable(),
  equipes: z.array(z.string()),
  remplacements: z.array(
    identite.extend({
      compteId: z.string(),
      debutLe: z.string(),
      finLe: z.string().nullable(),
      jusquau: z.string().nullable(),
    }),
  ),
  absences: z.array(identite.extend({ id: z.string(), debutLe: z.string(), finLe: z.string().nullable() })),
  nonLus: z.record(z.string(), z.number()),
  // A list that was never written is an empty one: nobody may lose its session for a news item.
  nouvelles: z.array(
    z.object({ caisseId: z.string().nullable(), caisses: z.preprocess((lues) => lues ?? [], z.array(z.string())) }),
  ),
  parts: z.array(partSchema).transform((parts) => parts.map(lirePart)),
  cguAcceptee: z.boolean(),
  motDePasseMois: z.number().nullable(),
})

type LigneSession = z.output<typeof ligneSession>

/**
 * What stands between an open session and the portal, in this order. `second_facteur`: the password alone was given, and the
 * account has more; `enrolement`: the account must have more, and has not.
 */
export type Reste = 'second_facteur' | 'cgu' | 'mot_de_passe' | 'enrolement' | null

export type SessionLue = { acteur: Acteur; reste: Reste }

const freqVueMs = 60_000

/**
 * The acteur behind a session id, read afresh at each request so that a revocation acts on the next one.
 * Null when the session is closed, idle for 30 minutes, older than 10 hours, or when the account is not active.
 */
export async function lireSession(sessionId: string, maintenant = new Date()): Promise<SessionLue | null> {
  const [rang] = await lire<{ session: string | null; nouvelles: string }>(
    Prisma.sql`SELECT ep_session(${sessionId}::uuid)::text AS session, ep_nouvelles(${sessionId}::uuid)::text AS nouvelles`,
  )
  if (!rang?.session) return null
  const ligne = comprendre(sessionId, rang.session, rang.nouvelles)
  if (ligne.etat !== 'actif' || !sessionVivante(ligne, maintenant)) return null
  if (maintenant.getTime() - ligne.vueLe.getTime() > freqVueMs) await toucher(sessionId, maintenant)
  const acteur = versActeur(ligne, maintenant)
  return { acteur, reste: ceQuiReste(ligne, acteur, maintenant) }
}

const comprises = new MemoireBornee<string, { texte: string; ligne: LigneSession }>(2_000)

/** What was read, checked: once as long as the database says the same, since it says so at each page. */
function comprendre(sessionId: string, session: string, nouvelles: string): LigneSession {
  const texte = session + nouvelles
  const connue = comprises.get(sessionId)
  if (connue?.texte === texte) return connue.ligne
  const ligne = ligneSession.parse({ ...JSON.parse(session), nouvelles: JSON.parse(nouvelles) })
  comprises.set(sessionId, { texte, ligne })
  return ligne
}

function toucher(id: string, maintenant: Date): Promise<unknown> {
  return avecConnexion((tx) => tx.session.updateMany({ where: { id }, data: { vueLe: maintenant } }))
}

type Remplacement = LigneSession['remplacements'][number]

/** Each colleague once, though two chains may lead to it. */
function remplacesLe(remplacements: Remplacement[], jour: DateIso): Pick<Acteur, 'remplace' | 'absents'> {
  const absents = new Map(
    remplacements
      .filter((periode) => couvre(periode, jour))
      .map(({ compteId, civilite, prenom, nom, jusquau }) => [
        compteId,
        { id: compteId, civilite, prenom, nom, jusquau },
      ]),
  )
  return { remplace: [...absents.keys()], absents: [...absents.values()] }
}

function versActeur(
  { parts, remplacements, absences, nonLus, nouvelles, ...ligne }: LigneSession,
  maintenant: Date,
): Acteur {
  const jour = dateAParis(maintenant)
  const ouverture = ligne.structure?.ouvreLe ?? null
  const suspendues = parts.flatMap((part) => {
    const suspension = partFinie(part, jour) ? null : suspensionLe(part.suspensions, maintenant)
    return suspension ? [{ id: part.caisseId, nom: part.caisseNom, motif: suspension.motif }] : []
  })
  const caissesOuvertes = parts
    .filter((part) => fermetureDe(part, ouverture, maintenant) === null)
    .map(({ caisseId, caisseNom }) => ({ id: caisseId, nom: caisseNom }))
    .filter(unique)
  return {
    ...ligne,
    ...ligne.preferences,
    ...remplacesLe(remplacements, jour),
    absence: absences.find((absence) => situationDe(absence, jour)) ?? null,
    caissesOuvertes,
    nonLus: caissesOuvertes.reduce((somme, { id }) => somme + (nonLus[id] ?? 0), 0),
    nouvelles: nouvelles.filter((nouvelle) => ligne.partenaire === null || deSesCaisses(nouvelle, caissesOuvertes))
      .length,
    caissesSuspendues: suspendues.filter(unique),
    termine: partenariatTermine(parts, jour),
  }
}

/** Said by a caisse open to the partenaire, or to one of them. */
function deSesCaisses(
  { caisseId, caisses }: { caisseId: string | null; caisses: string[] },
  ouvertes: { id: string }[],
) {
  if (caisseId === null && caisses.length === 0) return ouvertes.length > 0
  return ouvertes.some(({ id }) => id === caisseId || caisses.includes(id))
}

const unique = ({ id }: { id: string }, rang: number, toutes: { id: string }[]) =>
  toutes.findIndex((caisse) => caisse.id === id) === rang

function ceQuiReste(
  ligne: LigneSession,
  { caissesOuvertes }: Pick<Acteur, 'caissesOuvertes'>,
  maintenant: Date,
): Reste {
  const { profil, caissesExigeantes, secondFacteurExige: national } = ligne
  if (ligne.secondFacteurInstalle && !ligne.secondFacteurLe) return 'second_facteur'
  if (!ligne.cguAcceptee) return 'cgu'
  if (ligne.motDePasseMois && ligne.motDePasseLe && !parOidcSeulement(profil)) {
    const limite = new Date(ligne.motDePasseLe)
    limite.setMonth(limite.getMonth() + ligne.motDePasseMois)
    if (limite <= maintenant) return 'mot_de_passe'
  }
  const exige = secondFacteurExige({ profil, national, caissesExigeantes, caissesOuvertes })
  if (exige && !ligne.secondFacteurLe) return 'enrolement'
  return null
}
