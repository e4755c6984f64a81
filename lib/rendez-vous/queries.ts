import { z } from 'zod'
import { modesRendezVous } from '@/lib/rendez-vous/modele'
import { type Prevision, prevoirPlages } from '@/lib/rendez-vous/prevoir-plages'
import { choisissable } from '@/lib/rendez-vous/regles'
import type { SaisiePlages } from '@/lib/rendez-vous/schema-plages'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { estId } from '@/lib/socle/identifiants'
import { enDate } from '@/lib/socle/jour'
import { ajouterJours, type DateIso, dateAParis, debutDuJour } from '@/lib/socle/temps'

const jourSchema = z.iso.date()

/** The Monday of that day's week. */
export function lundiDe(jour: DateIso): DateIso {
  const rang = new Date(`${jour}T12:00:00Z`).getUTCDay()
  return ajouterJours(jour, -((rang + 6) % 7))
}

/** Filters of the agenda, as they stand in the address; what can't be read is ignored. */
export const filtresAgendaSchema = z.object({
  semaine: jourSchema.optional().catch(undefined),
  qui: z.enum(['moi', 'tous']).catch('moi'),
  /** A mode, or a place. */
  ou: z.string().max(220).optional().catch(undefined),
})

export type FiltresAgenda = z.output<typeof filtresAgendaSchema>

function conditionOu(ou: string | undefined) {
  if (!ou) return {}
  return modesRendezVous.some((mode) => mode === ou) ? { mode: ou } : { lieu: ou }
}

/** A week of slots and rendez-vous of the caisse, those kept outside of slots included, with what is left to close from before. */
export function agenda(acteur: Acteur, filtres: FiltresAgenda, maintenant: Date) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id ?? ''
    // From Saturday on, the week to come.
    const lundi = lundiDe(filtres.semaine ?? ajouterJours(dateAParis(maintenant), 2))
    const semaine = { gte: debutDuJour(lundi), lt: debutDuJour(ajouterJours(lundi, 7)) }
    const demande = { select: { id: true, reference: true, objet: true, agentId: true } }
    const moi = filtres.qui === 'moi'
    const aMoi = moi
      ? { OR: [{ agentId: acteur.compteId }, { agentId: null, demande: { agentId: acteur.compteId } }] }
      : {}
    const [creneaux, rendezVous, lieux, fermetures, aClore, agents] = await Promise.all([
      tx.creneau.findMany({
        where: { caisseId, debutLe: semaine, ...conditionOu(filtres.ou), ...(moi && { agentId: acteur.compteId }) },
        orderBy: [{ debutLe: 'asc' }, { lieu: 'asc' }, { id: 'asc' }],
        take: 1_000,
      }),
      tx.rendezVous.findMany({
        where: {
          caisseId,
          debutLe: semaine,
          etat: { in: ['fixe', 'honore', 'manque'] },
          ...conditionOu(filtres.ou),
          ...aMoi,
        },
        orderBy: [{ debutLe: 'asc' }, { id: 'asc' }],
        include: { demande },
        take: 1_000,
      }),
      tx.creneau.findMany({
        where: { caisseId, lieu: { not: null }, debutLe: { gte: debutDuJour(ajouterJours(lundi, -60)) } },
        distinct: ['lieu'],
        select: { lieu: true },
        orderBy: { lieu: 'asc' },
        take: 50,
      }),
      tx.fermeture.findMany({
        where: { caisseId, debutLe: { lte: enDate(ajouterJours(lundi, 6)) }, finLe: { gte: enDate(lundi) } },
      }),
      tx.rendezVous.findMany({
        where: { caisseId, etat: 'fixe', finLe: { lt: maintenant }, debutLe: { lt: semaine.gte }, ...aMoi },
        orderBy: { debutLe: 'asc' },
        include: { demande },
        take: 50,
      }),
      agentsDeLaCaisse(tx, caisseId),
    ])
    return { lundi, creneaux, rendezVous, lieux: lieux.flatMap(({ lieu }) => lieu ?? []), fermetures, aClore, agents }
  })
}

export type Agenda = Awaited<ReturnType<typeof agenda>>

function agentsDeLaCaisse(tx: Transaction, caisseId: string) {
  return tx.compte.findMany({
    where: { caisseId, roles: { has: 'agent' }, etat: 'actif' },
    select: { id: true, prenom: true, nom: true },
    orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
  })
}

/** What the form of availabilities offers, and the last ones the agent has made: it seldom changes from a week to the next. */
export function cadrePlages(acteur: Acteur) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id ?? ''
    const [reglages, agents, derniere] = await Promise.all([
      tx.reglagesCaisse.findUnique({ where: { caisseId }, select: { rendezVousModes: true } }),
      agentsDeLaCaisse(tx, caisseId),
      tx.plage.findFirst({ where: { caisseId, creeeParId: acteur.compteId }, orderBy: { creeeLe: 'desc' } }),
    ])
    return { modes: reglages?.rendezVousModes ?? [], agents, derniere }
  })
}

/** The preview, or the messages of what cannot be created. */
export async function prevoir(
  acteur: Acteur,
  saisie: SaisiePlages,
  maintenant: Date,
): Promise<{ prevision: Prevision } | { erreurs: Record<string, string> }> {
  try {
    const prevision = await avecPerimetre(perimetre(acteur), (tx) => prevoirPlages({ tx, acteur, maintenant }, saisie))
    return { prevision }
  } catch (erreur) {
    if (erreur instanceof ErreurMetier && erreur.erreurs) return { erreurs: erreur.erreurs }
    throw erreur
  }
}

/** A plage with its slots, and how many free ones follow in its series; null outside the caisse. */
export function plageDe(acteur: Acteur, id: string, maintenant: Date) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const plage = await tx.plage.findUnique({
      where: { id, caisseId: acteur.caisse?.id },
      include: {
        creneaux: {
          orderBy: { debutLe: 'asc' },
          include: {
            rendezVous: {
              where: { etat: { in: ['fixe', 'honore', 'manque'] } },
              select: { id: true, demande: { select: { reference: true } } },
            },
          },
        },
      },
    })
    if (!plage) return null
    const suivants = plage.serieId
      ? await tx.creneau.count({
          where: {
            plage: { serieId: plage.serieId, debutLe: { gt: plage.debutLe } },
            pris: 0,
            debutLe: { gt: maintenant },
          },
        })
      : 0
    return { ...plage, suivants }
  })
}

/** Days within which slots are offered on a demande. */
const HORIZON_JOURS = 70

/** Slots of the caisse that can still be chosen, soonest first, and the modes it allows. */
export function creneauxAProposer(acteur: Acteur, maintenant: Date) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id ?? ''
    const creneaux = await tx.creneau.findMany({
      where: {
        caisseId,
        ferme: false,
        debutLe: { gt: maintenant, lt: debutDuJour(ajouterJours(dateAParis(maintenant), HORIZON_JOURS)) },
        pris: { lt: tx.creneau.fields.capacite },
      },
      orderBy: [{ debutLe: 'asc' }, { id: 'asc' }],
      take: 400,
    })
    const reglages = await tx.reglagesCaisse.findUnique({ where: { caisseId }, select: { rendezVousModes: true } })
    return {
      creneaux: creneaux.filter((creneau) => choisissable(creneau, maintenant)),
      modes: reglages?.rendezVousModes ?? [],
    }
  })
}

export type CreneauAProposer = Awaited<ReturnType<typeof creneauxAProposer>>['creneaux'][number]

const fixesSchema = z.array(
  z.object({ reference: z.string(), debutLe: z.date(), prenom: z.string().nullable(), nom: z.string().nullable() }),
)

/** Closed days to come, each with the rendez-vous that are fixed in them. */
export function fermeturesDeLaCaisse(acteur: Acteur, maintenant: Date) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id ?? ''
    const fermetures = await tx.fermeture.findMany({
      where: { caisseId, finLe: { gte: enDate(dateAParis(maintenant)) } },
      orderBy: { debutLe: 'asc' },
    })
    const touchees = []
    for (const fermeture of fermetures)
      touchees.push({
        ...fermeture,
        fixes: fixesSchema.parse(
          await tx.$queryRaw`SELECT * FROM ep_rendez_vous_fixes(${caisseId}::uuid, ${fermeture.debutLe}::date, ${fermeture.finLe}::date)`,
        ),
      })
    return touchees
  })
}

/** A rendez-vous for a calendar; null outside the perimeter, or while no hour is fixed. */
export function rendezVousDuCalendrier(acteur: Acteur, id: string) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const rendezVous = await tx.rendezVous.findUnique({
      where: { id, etat: 'fixe' },
      include: {
        demande: {
          select: {
            id: true,
            reference: true,
            caisseId: true,
            caisse: { select: { nom: true, adresse: true, codePostal: true, ville: true } },
          },
        },
      },
    })
    return rendezVous
  })
}
