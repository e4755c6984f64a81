import type { SuiteIncident, TypeIncident } from '@/lib/incidents/libelles'
import { estReferent } from '@/lib/incidents/regles'
import { auteurDe } from '@/lib/incidents/signaler-compte'
import { type Acteur, nomComplet, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import type { Prisma } from '@/lib/socle/prisma/client'

const resultatsMax = 20

const colonnes = {
  id: true,
  identifiant: true,
  profil: true,
  etat: true,
  prenom: true,
  nom: true,
  structure: { select: { nom: true } },
  partenaire: { select: { nom: true } },
} satisfies Prisma.CompteSelect

/**
 * Accounts that the acteur may report: one's own first, then those of its structure; on the caisse side, colleagues and the
 * accounts of partenaires whose name or identifiant holds `q`, or the one named by `compte`.
 */
export function comptesSignalables(acteur: Acteur, { q, compte }: { q?: string; compte?: string } = {}) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const moi = await tx.compte.findUniqueOrThrow({ where: { id: acteur.compteId }, select: colonnes })
    const autres = await tx.compte.findMany({
      where: {
        AND: [{ id: { not: acteur.compteId }, supprimeLe: null, etat: { not: 'inactif' } }, cadre(acteur, q, compte)],
      },
      select: colonnes,
      orderBy: [{ nom: 'asc' }, { prenom: 'asc' }, { id: 'asc' }],
      take: acteur.profil === 'caisse' ? resultatsMax : 200,
    })
    return [moi, ...autres]
  })
}

export type CompteSignalable = Awaited<ReturnType<typeof comptesSignalables>>[number]

function cadre(acteur: Acteur, q?: string, compte?: string): Prisma.CompteWhereInput {
  if (acteur.profil !== 'caisse') return { structureId: acteur.structure?.id ?? '' }
  if (compte) return { id: compte }
  const mots = (q ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 5)
  if (mots.length === 0) return { id: { in: [] } }
  return {
    profil: { in: ['technicien', 'gestionnaire', 'caisse'] },
    AND: mots.map((mot) => ({
      OR: [
        { nom: { contains: mot, mode: 'insensitive' as const } },
        { prenom: { contains: mot, mode: 'insensitive' as const } },
        { identifiant: { contains: mot.toLowerCase() } },
        { partenaire: { nom: { contains: mot, mode: 'insensitive' as const } } },
      ],
    })),
  }
}

const incident = {
  compte: { select: { ...colonnes, fonction: true, structureId: true, partenaireId: true, inactiveLe: true } },
} satisfies Prisma.SignalementCompteInclude

async function nommer(tx: Transaction, ids: (string | null)[]) {
  const comptes = await tx.compte.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, prenom: true, nom: true },
  })
  return (id: string | null) => {
    const compte = comptes.find((candidat) => candidat.id === id)
    return compte ? nomComplet(compte) : null
  }
}

/** Reports that a référent may act on, those that wait first; those of one partenaire when its id is given. */
export function incidentsDeLaCaisse(acteur: Acteur, partenaireId?: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const incidents = await tx.signalementCompte.findMany({
      where: { partenaireId, compte: { supprimeLe: null } },
      include: incident,
      orderBy: [{ signaleLe: 'desc' }, { id: 'desc' }],
      take: 200,
    })
    const nom = await nommer(
      tx,
      incidents.map(({ signaleParId }) => signaleParId),
    )
    return {
      partenaire: partenaireId
        ? await tx.partenaire.findUnique({ where: { id: partenaireId }, select: { id: true, nom: true } })
        : null,
      incidents: incidents
        .map((ligne) => ({ ...typer(ligne), signalePar: nom(ligne.signaleParId) }))
        .sort((a, b) => Number(a.suite !== null) - Number(b.suite !== null)),
    }
  })
}

const typer = <I extends { type: string; suite: string | null }>(ligne: I) => ({
  ...ligne,
  type: ligne.type as TypeIncident,
  suite: ligne.suite as SuiteIncident | null,
})

/** One report: for its reporter, a gestionnaire of the structure, or a référent. Null for anyone else. */
export function incidentDe(acteur: Acteur, id: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) return null
    const lu = await tx.signalementCompte.findFirst({ where: { id, compte: { supprimeLe: null } }, include: incident })
    if (!lu) return null
    const auteur = auteurDe(acteur)
    // Not for the gestionnaire it is about, which would learn who reported it.
    const deSaStructure =
      acteur.profil === 'gestionnaire' &&
      lu.compte.structureId === auteur.structureId &&
      lu.compteId !== acteur.compteId
    if (lu.signaleParId !== acteur.compteId && !deSaStructure && !estReferent(auteur)) return null
    const nom = await nommer(tx, [lu.signaleParId, lu.traiteParId])
    // What was written is read by the caisse and by who wrote it: the form says so.
    const description = lu.signaleParId === acteur.compteId || estReferent(auteur) ? lu.description : null
    return { ...typer(lu), description, signalePar: nom(lu.signaleParId), traitePar: nom(lu.traiteParId) }
  })
}

export type IncidentLu = NonNullable<Awaited<ReturnType<typeof incidentDe>>>
