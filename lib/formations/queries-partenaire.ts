import { situationDe } from '@/lib/formations/regles'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import { jourDe } from '@/lib/socle/jour'
import type { Formation } from '@/lib/socle/prisma/client'

const PASSEES_MAX = 50

/** Sessions to come that are open to the acteur or that it is registered to, and those that it, or somebody of its structure, was at. */
export function formationsDuPartenaire(acteur: Acteur, maintenant: Date) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const aVenir = await tx.formation.findMany({
      where: { finLe: { gt: maintenant }, etat: { in: ['publiee', 'annulee', 'terminee'] } },
      include: { caisse: { select: { nom: true } } },
      orderBy: [{ debutLe: 'asc' }, { id: 'asc' }],
      take: 200,
    })
    const passees = await tx.formation.findMany({
      where: { finLe: { lte: maintenant }, inscriptions: { some: { etat: 'inscrite' } } },
      include: { caisse: { select: { nom: true } } },
      orderBy: [{ debutLe: 'desc' }, { id: 'asc' }],
      take: PASSEES_MAX,
    })
    const inscriptions = await tx.inscriptionFormation.findMany({
      where: { formationId: { in: [...aVenir, ...passees].map(({ id }) => id) }, etat: { not: 'retiree' } },
      select: { id: true, formationId: true, compteId: true, etat: true, presente: true },
    })
    const enrichir = (formation: Formation & { caisse: { nom: string } }) => {
      const lue = { ...formation, jusquau: jourDe(formation.inscriptionsJusquau) }
      const siennes = inscriptions.filter(({ formationId }) => formationId === lue.id)
      return {
        ...lue,
        situation: situationDe(lue, maintenant),
        moi: siennes.find(({ compteId }) => compteId === acteur.compteId) ?? null,
        /** Of the structure, for a gestionnaire; oneself included. */
        siens: siennes.length,
      }
    }
    return {
      // A cancelled session concerns those who were to come.
      aVenir: aVenir.map(enrichir).filter(({ etat, siens }) => etat !== 'annulee' || siens > 0),
      passees: passees.map(enrichir),
    }
  })
}

export type FormationProposee = Awaited<ReturnType<typeof formationsDuPartenaire>>['aVenir'][number]

/** A session as the partenaire sees it, with its own registrations; null when it is not open to it. */
export function formationDuPartenaire(acteur: Acteur, id: string, maintenant: Date) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const formation = await tx.formation.findFirst({
      where: { id, etat: { not: 'brouillon' } },
      include: { caisse: { select: { nom: true } } },
    })
    if (!formation) return null
    const inscriptions = await tx.inscriptionFormation.findMany({
      where: { formationId: id, etat: { not: 'retiree' } },
      include: { compte: { select: { id: true, prenom: true, nom: true, profil: true } } },
      orderBy: [{ inscriteLe: 'asc' }, { id: 'asc' }],
    })
    // Given by the database to those who are registered, and to nobody else.
    const lien = await tx.lienFormation.findUnique({ where: { formationId: id }, select: { adresse: true } })
    const lue = { ...formation, jusquau: jourDe(formation.inscriptionsJusquau) }
    return {
      ...lue,
      situation: situationDe(lue, maintenant),
      lien: lien?.adresse ?? null,
      moi: inscriptions.find(({ compteId }) => compteId === acteur.compteId) ?? null,
      collegues: inscriptions.filter(({ compteId }) => compteId !== acteur.compteId),
      aInscrire: await colleguesAInscrire(tx, acteur, lue, inscriptions),
    }
  })
}

export type FormationVue = NonNullable<Awaited<ReturnType<typeof formationDuPartenaire>>>

/** Whom a gestionnaire may still register: the active accounts of its structure the session is meant for. */
async function colleguesAInscrire(
  tx: Transaction,
  acteur: Acteur,
  { profils }: { profils: string[] },
  inscriptions: readonly { compteId: string }[],
) {
  if (acteur.profil !== 'gestionnaire' || !acteur.structure) return []
  return tx.compte.findMany({
    where: {
      structureId: acteur.structure.id,
      etat: 'actif',
      supprimeLe: null,
      profil: { in: profils },
      id: { notIn: [acteur.compteId, ...inscriptions.map(({ compteId }) => compteId)] },
    },
    select: { id: true, prenom: true, nom: true, profil: true },
    orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
  })
}

/** A registration whose holder was present, for its certificate: the database gives it to the person, its gestionnaires and the caisse. */
export function participation(acteur: Acteur, formationId: string, inscriptionId: string) {
  if (!estId(formationId) || !estId(inscriptionId)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), (tx) =>
    tx.inscriptionFormation.findFirst({
      where: { id: inscriptionId, formationId, presente: true },
      include: {
        compte: { select: { id: true, civilite: true, prenom: true, nom: true, fonction: true } },
        partenaire: { select: { nom: true } },
        formation: {
          include: { caisse: { select: { nom: true, adresse: true, codePostal: true, ville: true } } },
        },
      },
    }),
  )
}

export type Participation = NonNullable<Awaited<ReturnType<typeof participation>>>

/** A session one is registered to, for one's calendar. */
export function formationDuCalendrier(acteur: Acteur, id: string) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), (tx) =>
    tx.formation.findFirst({
      where: { id, etat: 'publiee', inscriptions: { some: { compteId: acteur.compteId, etat: 'inscrite' } } },
    }),
  )
}
