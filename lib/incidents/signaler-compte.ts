import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { debiter } from '@/lib/debits/debiter'
import { fermerCompte } from '@/lib/habilitations/fermer-compte'
import { motifsIncident, type TypeIncident } from '@/lib/incidents/libelles'
import { type CompteSignale, prevenirDuSignalement, prevenirSansGestionnaire } from '@/lib/incidents/prevenir'
import { type Auteur, estReferent, peutSignaler } from '@/lib/incidents/regles'
import type { signalerSchema } from '@/lib/incidents/schema'
import { journaliser } from '@/lib/journal/ecrire'
import type { Acteur } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

export const colonnesCompte = {
  id: true,
  identifiant: true,
  profil: true,
  etat: true,
  prenom: true,
  nom: true,
  courriel: true,
  structureId: true,
  partenaireId: true,
  caisseId: true,
  structure: { select: { nom: true } },
  partenaire: { select: { nom: true } },
} as const

export const auteurDe = ({ compteId, profil, roles, structure, caisse }: Acteur): Auteur => ({
  compteId,
  profil,
  roles,
  structureId: structure?.id ?? null,
  caisseId: caisse?.id ?? null,
})

/**
 * «Signaler un usage frauduleux, une perte ou un vol», from either side; and the exclusion of a user by a référent. The account is
 * inactivated at once where the reporter may decide it; otherwise those who may are told at once.
 */
export async function signalerCompte(
  contexte: Contexte,
  { type, compteId, description }: z.output<typeof signalerSchema>,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const compte = await tx.compte.findFirst({ where: { id: compteId, supprimeLe: null }, select: colonnesCompte })
  const auteur = auteurDe(acteur)
  if (!compte || !peutSignaler(auteur, compte, type)) throw new ErreurMetier('introuvable')
  const deja = await dejaSignale(contexte, { type, compteId, description })
  if (deja)
    return {
      vers: pageSuivante(acteur, compteId, false, deja),
      journal: { objetType: 'compte', objetId: compteId, details: { signalementId: deja, rejouee: true } },
    }
  await debiter('signalement_du_compte', { sujet: `${acteur.compteId} ${compteId}`, maintenant, tx })
  // The database lets a reporter close what `inactiveTout` says, and nothing else.
  const ferme = await inactiver(contexte, compte, type)
  const id = randomUUID()
  const { partenaireId, caisseId } = compte
  // What a référent does is decided by doing it; the rest waits for one to look at it.
  const decide = estReferent(auteur) && ferme && compteId !== acteur.compteId
  await tx.signalementCompte.createMany({
    data: [
      {
        id,
        compteId,
        partenaireId,
        caisseId,
        type,
        description,
        signaleLe: maintenant,
        signaleParId: acteur.compteId,
        inactiveLe: ferme ? maintenant : null,
        ...(decide && { suite: 'inactive', traiteLe: maintenant, traiteParId: acteur.compteId }),
      },
    ],
  })
  await prevenirDuSignalement(contexte, { id, type, description, compte, inactive: ferme })
  if (ferme) await prevenirSansGestionnaire(tx, compte)
  return {
    vers: pageSuivante(acteur, compteId, ferme, id),
    journal: { objetType: 'compte', objetId: compteId, details: { signalementId: id, type, inactive: ferme } },
  }
}

const MEME_ENVOI_MS = 10 * 60_000

/** The same form sent twice: those who were told are not told again. Two reports of an account come one after the other. */
async function dejaSignale(
  { tx, acteur, maintenant }: Contexte,
  signalement: { type: string; compteId: string; description: string },
): Promise<string | null> {
  const verrou = `signalement ${signalement.compteId}`
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${verrou}, 0))::text`
  const lu = await tx.signalementCompte.findFirst({
    where: {
      ...signalement,
      signaleParId: acteur.compteId,
      signaleLe: { gt: new Date(maintenant.getTime() - MEME_ENVOI_MS) },
    },
    select: { id: true },
  })
  return lu?.id ?? null
}

/** Inactivates and leaves its own row in the journal. False when the account was closed already, or is held by another caisse. */
export async function inactiver(
  { tx, acteur, maintenant }: Contexte,
  compte: CompteSignale,
  type: TypeIncident,
): Promise<boolean> {
  const motif = `Par précaution\u00a0: ${motifsIncident[type]}.`
  const cible = { ...compte, structureId: compte.structureId ?? '' }
  if (!(await fermerCompte(tx, cible, { motif, maintenant, avis: false }))) return false
  await journaliser(tx, {
    action: 'compte.inactive',
    acteur,
    objetType: 'compte',
    objetId: compte.id,
    details: { cause: type },
  })
  return true
}

/** Once its own account is closed, its holder can read public pages only. */
function pageSuivante(acteur: Acteur, compteId: string, ferme: boolean, id: string): string {
  if (compteId === acteur.compteId && ferme) return '/signalement-recu'
  return acteur.profil === 'caisse' && acteur.roles.includes('referent') ? `/caisse/incidents/${id}` : `/signaler/${id}`
}
