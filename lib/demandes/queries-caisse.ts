import { z } from 'zod'
import { demandesVisibles, demandeVisible } from '@/lib/demandes/acces'
import { cadreSchema, cadreSql, enCadre } from '@/lib/demandes/cadre-file'
import { conditions, type FiltresFile, ordreDe } from '@/lib/demandes/filtres-file'
import { type Etat, etats, type Service, services } from '@/lib/demandes/modele'
import { apresLe, ecrireCurseur, lireCurseur } from '@/lib/demandes/page'
import { voisines } from '@/lib/demandes/voisines'
import { recus } from '@/lib/documents/recus'
import { conventionAffichee } from '@/lib/documents/regles'
import { agentsDeLaCaisse, equipesDeLaCaisse } from '@/lib/equipes/queries'
import { presents } from '@/lib/file/presence'
import { modelesPour } from '@/lib/modeles-reponse/queries'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, lireAvecPerimetre, type Transaction } from '@/lib/socle/base'
import { conditionSql } from '@/lib/socle/condition-sql'
import { type Demande, Prisma } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'

export { filtresFileSchema } from '@/lib/demandes/filtres-file'

export const taillePage = 50

const ligneSchema = z.object({
  id: z.string(),
  reference: z.string(),
  objet: z.string(),
  service: z.enum(services),
  urgent: z.boolean(),
  etat: z.enum(etats),
  prenom: z.string().nullable(),
  nomNaissance: z.string().nullable(),
  echeanceLe: z.coerce.date().nullable(),
  suspendueLe: z.coerce.date().nullable(),
  seuilAlerteJours: z.number(),
  deposeeLe: z.coerce.date(),
  triLe: z.coerce.date(),
  majLe: z.coerce.date(),
  closeLe: z.coerce.date().nullable(),
  nonLusCaisse: z.number(),
  agentId: z.string().nullable(),
  partenaireId: z.string(),
  transfereeDeId: z.string().nullable(),
})

const colonnes = Prisma.raw(
  Object.keys(ligneSchema.shape)
    .map((nom) => `"${nom}"`)
    .join(', '),
)

const fileSchema = cadreSchema.extend({ lignes: z.array(ligneSchema) })

/** The queue of the caisse: one page, its counters, and all the names around it, in one read: no page is asked for as often. */
export async function fileDAttente(acteur: Acteur, filtres: FiltresFile, maintenant = new Date()) {
  const ordre = ordreDe(filtres)
  const curseur = lireCurseur(filtres.apres)
  const ou = conditionSql({
    AND: [demandesVisibles(acteur), conditions(acteur, filtres, maintenant), curseur ? apresLe(curseur, ordre) : {}],
  })
  const tri = Prisma.raw(`"${ordre.colonne}" ${ordre.sens}, id ${ordre.sens}`)
  const [rang] = await lireAvecPerimetre<{ file: unknown }>(
    perimetre(acteur),
    Prisma.sql`
      WITH page AS MATERIALIZED (SELECT ${colonnes} FROM demande WHERE ${ou} ORDER BY ${tri} LIMIT ${taillePage + 1})
      SELECT json_build_object(
        'lignes', (SELECT coalesce(json_agg(page ORDER BY ${tri}), '[]') FROM page),
        ${cadreSql(acteur, maintenant)}) AS file`,
  )
  const { lignes, ...cadre } = fileSchema.parse(rang?.file)
  const page = lignes.slice(0, taillePage)
  const derniere = page.at(-1)
  return {
    lignes: page,
    suivante:
      lignes.length > taillePage && derniere ? ecrireCurseur({ cle: derniere[ordre.colonne], id: derniere.id }) : null,
    ...enCadre(cadre, acteur, maintenant),
  }
}

/**
 * One demande for an agent, with all its page shows; null outside the perimeter. Being read is recorded by
 * `consulterDemande`. `filtres`: the view it was opened from.
 */
export function demandeDeCaisse(acteur: Acteur, reference: string, filtres?: FiltresFile, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const demande = await tx.demande.findFirst({
      where: demandeVisible(acteur, reference),
      include: {
        caisse: { select: { nom: true, reglages: true } },
        partenaire: { select: { id: true, nom: true } },
        structure: { select: { nom: true } },
        auteur: { select: { id: true, prenom: true, nom: true, fonction: true, telephone: true } },
        agent: { select: { id: true, prenom: true, nom: true } },
        equipe: { select: { nom: true, actif: true } },
        demandeLiee: { select: { reference: true, objet: true } },
        motif: {
          select: {
            pieces: {
              select: { code: true, libelle: true, exigence: true, variantes: true, actif: true },
              orderBy: { ordre: 'asc' },
            },
          },
        },
        pieces: { orderBy: { deposeeLe: 'asc' }, omit: { cleEnveloppee: true }, include: { telechargements: recus } },
        rendezVous: {
          orderBy: [{ creeLe: 'desc' }, { id: 'desc' }],
          include: { propositions: { include: { creneau: true } } },
        },
        messages: { orderBy: { envoyeLe: 'asc' }, include: { auteur: { select: { prenom: true, nom: true } } } },
        evenements: {
          orderBy: [{ le: 'desc' }, { id: 'desc' }],
          include: { auteur: { select: { prenom: true, nom: true } } },
        },
        lectures: { include: { compte: { select: { prenom: true, nom: true } } } },
        courriels: {
          orderBy: { creeLe: 'desc' },
          select: {
            id: true,
            objet: true,
            destinataire: true,
            etat: true,
            creeLe: true,
            envoyeLe: true,
            echecLe: true,
            pasAvantLe: true,
          },
        },
      },
    })
    if (!demande) return null
    const [conventions, memePersonne, liees, transfereeDe, agents, equipes, autresPresents, modeles, moi, autour] =
      await Promise.all([
        tx.conventionCaisse.findMany({
          where: { caisseId: demande.caisseId, partenaireId: demande.partenaireId },
          select: { finLe: true, etat: true, habiliteDocuments: true, utilisationEffetLe: true },
        }),
        autresDeLaPersonne(tx, demande, maintenant),
        demandesReliees(tx, demande.id),
        demande.transfereeDeId
          ? tx.caisse.findUnique({ where: { id: demande.transfereeDeId }, select: { nom: true } })
          : null,
        agentsDeLaCaisse(tx, demande.caisseId, dateAParis(maintenant)),
        equipesDeLaCaisse(tx, demande.caisseId),
        presents(tx, acteur, demande.id, maintenant),
        modelesPour(tx, demande),
        tx.compte.findUnique({ where: { id: acteur.compteId }, select: { preferences: true } }),
        filtres ? voisines(tx, acteur, filtres, demande) : null,
      ])
    return {
      ...demande,
      etat: demande.etat as Etat,
      service: demande.service as Service,
      convention: conventionAffichee(conventions, dateAParis(maintenant)),
      memePersonne,
      liees,
      transfereeDe: transfereeDe?.nom ?? null,
      agents,
      equipes,
      presents: autresPresents,
      modeles,
      enchainer: preferencesSchema.parse(moi?.preferences).enchainer,
      pieces: demande.pieces.filter(({ enPreparation }) => !enPreparation),
      /** Files the acteur has joined to a reply that is not sent yet. */
      preparees: demande.pieces.filter(({ enPreparation }) => enPreparation),
      voisines: autour,
    }
  })
}

type Personne = Pick<Demande, 'id' | 'caisseId' | 'clePersonne' | 'motifId'>

const resumee = {
  reference: true,
  objet: true,
  etat: true,
  ouverte: true,
  motifId: true,
  deposeeLe: true,
  closeLe: true,
  issue: true,
  service: true,
  partenaire: { select: { nom: true } },
  agent: { select: { id: true, prenom: true, nom: true } },
} satisfies Prisma.DemandeSelect

/** Closed for less than this, a demande for the same person still tells something. */
const RECENTES_JOURS = 60
const AUTRES_MAX = 8

/** Other demandes for the same person at the caisse, whoever filed them: open ones first, then those closed of late. */
async function autresDeLaPersonne(tx: Transaction, { id, caisseId, clePersonne, motifId }: Personne, maintenant: Date) {
  if (!clePersonne) return []
  const autres = await tx.demande.findMany({
    where: {
      caisseId,
      clePersonne,
      id: { not: id },
      OR: [
        { ouverte: true },
        { etat: 'traitee', closeLe: { gte: new Date(maintenant.getTime() - RECENTES_JOURS * 86_400_000) } },
      ],
    },
    select: resumee,
    orderBy: [{ ouverte: 'desc' }, { deposeeLe: 'desc' }],
    take: AUTRES_MAX,
  })
  return autres.map((autre) => ({
    ...autre,
    etat: autre.etat as Etat,
    service: autre.service as Service,
    memeMotif: autre.motifId === motifId,
  }))
}

/** Demandes that agents have linked to this one. */
async function demandesReliees(tx: Transaction, id: string) {
  const liens = await tx.lienDemande.findMany({
    where: { OR: [{ aId: id }, { bId: id }] },
    select: { aId: true, a: { select: resumee }, b: { select: resumee } },
    orderBy: { lieLe: 'asc' },
  })
  return liens.map(({ aId, a, b }) => (aId === id ? b : a)).map((liee) => ({ ...liee, etat: liee.etat as Etat }))
}

/** `enchainer`: the agent goes from one demande to the next once it has answered. */
const preferencesSchema = z.object({ enchainer: z.boolean().catch(false).default(false) }).catch({ enchainer: false })

export type DemandeDeCaisse = NonNullable<Awaited<ReturnType<typeof demandeDeCaisse>>>
