import { z } from 'zod'
import { demandesVisibles, demandeVisible } from '@/lib/demandes/acces'
import { lireCadreFile } from '@/lib/demandes/cadre-file'
import { conditions, type FiltresFile, ordreDe } from '@/lib/demandes/filtres-file'
import type { Etat, Service } from '@/lib/demandes/modele'
import { apresLe, ecrireCurseur, enOrdre, lireCurseur } from '@/lib/demandes/page'
import { voisines } from '@/lib/demandes/voisines'
import { recus } from '@/lib/documents/recus'
import { conventionAffichee } from '@/lib/documents/regles'
import { agentsDeLaCaisse, equipesDeLaCaisse } from '@/lib/equipes/queries'
import { presents } from '@/lib/file/presence'
import { modelesPour } from '@/lib/modeles-reponse/queries'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import type { Demande, Prisma } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'

export { filtresFileSchema } from '@/lib/demandes/filtres-file'

export const taillePage = 50

const colonnes = {
  id: true,
  reference: true,
  objet: true,
  service: true,
  urgent: true,
  etat: true,
  prenom: true,
  nomNaissance: true,
  echeanceLe: true,
  suspendueLe: true,
  seuilAlerteJours: true,
  deposeeLe: true,
  triLe: true,
  majLe: true,
  closeLe: true,
  nonLusCaisse: true,
  agentId: true,
  partenaireId: true,
} satisfies Prisma.DemandeSelect

/** The queue of the caisse: one page, its counters, and the names that its rows need. One transaction. */
export function fileDAttente(acteur: Acteur, filtres: FiltresFile, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const ordre = ordreDe(filtres)
    const curseur = lireCurseur(filtres.apres)
    const lignes = await tx.demande.findMany({
      where: {
        AND: [
          demandesVisibles(acteur),
          conditions(acteur, filtres, maintenant),
          curseur ? apresLe(curseur, ordre) : {},
        ],
      },
      select: colonnes,
      orderBy: enOrdre(ordre),
      take: taillePage + 1,
    })
    const page = lignes.slice(0, taillePage)
    const derniere = page.at(-1)
    return {
      lignes: page.map((ligne) => ({ ...ligne, etat: ligne.etat as Etat, service: ligne.service as Service })),
      suivante:
        lignes.length > taillePage && derniere
          ? ecrireCurseur({ cle: derniere[ordre.colonne], id: derniere.id })
          : null,
      ...(await lireCadreFile(tx, acteur, page, maintenant)),
    }
  })
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
        messages: { orderBy: { envoyeLe: 'asc' }, include: { auteur: { select: { prenom: true, nom: true } } } },
        evenements: {
          orderBy: [{ le: 'desc' }, { id: 'desc' }],
          include: { auteur: { select: { prenom: true, nom: true } } },
        },
        lectures: { include: { compte: { select: { prenom: true, nom: true } } } },
        courriels: {
          orderBy: { creeLe: 'desc' },
          select: { id: true, objet: true, destinataire: true, etat: true, creeLe: true, envoyeLe: true },
        },
      },
    })
    if (!demande) return null
    const [conventions, memePersonne, agents, equipes, autresPresents, modeles, moi, autour] = await Promise.all([
      tx.conventionCaisse.findMany({
        where: { caisseId: demande.caisseId, partenaireId: demande.partenaireId },
        select: { finLe: true, etat: true, habiliteDocuments: true, utilisationEffetLe: true },
      }),
      autresDeLaPersonne(tx, demande),
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

type Personne = Pick<Demande, 'id' | 'caisseId' | 'nomNaissance' | 'prenom' | 'dateNaissance'>

/** Other open demandes for the same person at the caisse. */
async function autresDeLaPersonne(tx: Transaction, { id, caisseId, nomNaissance, prenom, dateNaissance }: Personne) {
  if (!nomNaissance || !dateNaissance) return []
  return tx.demande.findMany({
    where: { caisseId, nomNaissance, dateNaissance, prenom, ouverte: true, id: { not: id } },
    select: { reference: true, objet: true, agent: { select: { prenom: true, nom: true } } },
    take: 5,
  })
}

/** `enchainer`: the agent goes from one demande to the next once it has answered. */
const preferencesSchema = z.object({ enchainer: z.boolean().catch(false).default(false) }).catch({ enchainer: false })

export type DemandeDeCaisse = NonNullable<Awaited<ReturnType<typeof demandeDeCaisse>>>
