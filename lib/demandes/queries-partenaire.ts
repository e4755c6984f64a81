import { z } from 'zod'
import { demandesVisibles, demandeVisible } from '@/lib/demandes/acces'
import { type Etat, etats, type Service } from '@/lib/demandes/modele'
import {
  apresLe,
  derniereDabord,
  ecrireCurseur,
  enOrdre,
  lireCurseur,
  parEcheance,
  rechercheSchema,
} from '@/lib/demandes/page'
import { recus } from '@/lib/documents/recus'
import { trouveesMax, trouverDemandes } from '@/lib/recherche/trouver'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import type { Prisma } from '@/lib/socle/prisma/client'

export const taillePage = 50

/** Filters of the technicien's list, as they stand in the address; what can't be read is ignored. */
export const filtresListeSchema = z.object({
  q: rechercheSchema.optional().catch(undefined),
  statut: z.enum(['ouvertes', 'toutes', ...etats]).catch('ouvertes'),
  par: z.union([z.literal(['equipe', 'moi']), z.uuid()]).catch('equipe'),
  /** Filed in the last months. */
  mois: z.coerce.number().int().min(1).max(120).optional().catch(undefined),
  apres: z.string().max(80).optional().catch(undefined),
})

export type FiltresListe = z.output<typeof filtresListeSchema>

const colonnes = {
  id: true,
  reference: true,
  objet: true,
  service: true,
  urgent: true,
  etat: true,
  civilite: true,
  prenom: true,
  nomNaissance: true,
  nomUsage: true,
  echeanceLe: true,
  suspendueLe: true,
  seuilAlerteJours: true,
  deposeeLe: true,
  closeLe: true,
  majLe: true,
  triLe: true,
  nonLusPartenaire: true,
  auteurId: true,
  auteur: { select: { prenom: true, nom: true } },
} satisfies Prisma.DemandeSelect

const recentesJours = 14

/**
 * The demandes of the structure. «ouvertes» gives the open ones by due date, then those closed in the last fortnight;
 * any other statut gives the history, latest change first.
 */
export function demandesDuPartenaire(acteur: Acteur, filtres: FiltresListe, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const ouvertes = filtres.statut === 'ouvertes'
    const curseur = lireCurseur(filtres.apres)
    const where = { AND: [demandesVisibles(acteur), await criteres(tx, acteur, filtres, maintenant)] }
    const ordre = ouvertes ? parEcheance : derniereDabord
    const lignes = await tx.demande.findMany({
      where: { ...where, ouverte: ouvertes || undefined, ...(curseur && apresLe(curseur, ordre)) },
      select: colonnes,
      orderBy: enOrdre(ordre),
      take: taillePage + 1,
    })
    const page = lignes.slice(0, taillePage)
    const derniere = page.at(-1)
    const encore = lignes.length > taillePage && derniere
    const recentes =
      ouvertes && !encore
        ? await tx.demande.findMany({
            where: {
              ...where,
              ouverte: false,
              majLe: { gte: new Date(maintenant.getTime() - recentesJours * 86_400_000) },
            },
            select: colonnes,
            orderBy: enOrdre(derniereDabord),
            take: taillePage,
          })
        : []
    return {
      lignes: [...page, ...recentes].map((ligne) => ({
        ...ligne,
        etat: ligne.etat as Etat,
        service: ligne.service as Service,
      })),
      suivante: encore ? ecrireCurseur({ cle: derniere[ordre.colonne], id: derniere.id }) : null,
      equipe: await equipe(tx, acteur),
      /** Demandes of the acteur with a message it has not read. */
      nonLus: await tx.demande.count({
        where: { ...demandesVisibles(acteur), auteurId: acteur.compteId, nonLusPartenaire: { gt: 0 } },
      }),
    }
  })
}

/** Words go through the search, which has its indexes; what it gives is bounded, the last filed first. */
async function criteres(
  tx: Transaction,
  acteur: Acteur,
  { q, par, mois, statut }: FiltresListe,
  maintenant: Date,
): Promise<Prisma.DemandeWhereInput> {
  const etats = etatsDuStatut(statut)
  const auteur = par === 'equipe' ? undefined : par === 'moi' ? acteur.compteId : par
  const depuis = mois ? new Date(maintenant.getTime() - mois * 30.5 * 86_400_000) : undefined
  const trouvees = q && (await trouverDemandes(tx, q, { filtres: { etats, auteur, depuis }, nombre: trouveesMax }))
  return {
    etat: etats && { in: etats },
    auteurId: auteur,
    deposeeLe: depuis && { gte: depuis },
    id: trouvees ? { in: trouvees.map(({ id }) => id) } : undefined,
  }
}

/** «Prise en charge» is also what the partenaire reads once its complément has come in. */
function etatsDuStatut(statut: FiltresListe['statut']) {
  if (statut === 'ouvertes' || statut === 'toutes') return undefined
  return statut === 'prise_en_charge' ? ['prise_en_charge', 'complement_recu'] : [statut]
}

export type LigneListe = Awaited<ReturnType<typeof demandesDuPartenaire>>['lignes'][number]

/** Names of those who file in the structure. */
function equipe(tx: Transaction, acteur: Acteur) {
  return tx.compte.findMany({
    where: { structureId: acteur.structure?.id, profil: 'technicien', etat: 'actif' },
    select: { id: true, prenom: true, nom: true },
    orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
  })
}

/** Slots offered, from which nobody has chosen yet; nothing while other ones are awaited from the caisse. */
const creneauxAChoisir = {
  ouverte: true,
  rendezVous: { some: { etat: 'propose', autreDemandeLe: null } },
} satisfies Prisma.DemandeWhereInput

/** «Ce qui vous attend»: compléments to send, answers to read, drafts to take up again, most pressing first. */
export function ceQuiAttend(acteur: Acteur) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const demandes = await tx.demande.findMany({
      where: {
        ...demandesVisibles(acteur),
        OR: [
          { ouverte: true, etat: 'attente_complement' },
          { auteurId: acteur.compteId, nonLusPartenaire: { gt: 0 } },
          creneauxAChoisir,
        ],
      },
      select: {
        ...colonnes,
        agent: { select: { prenom: true, nom: true } },
        caisse: { select: { nom: true } },
        rendezVous: {
          where: { etat: 'propose', autreDemandeLe: null },
          select: { id: true, _count: { select: { propositions: true } } },
        },
      },
      orderBy: { majLe: 'desc' },
      take: 10,
    })
    const brouillons = await tx.brouillon.findMany({
      where: { compteId: acteur.compteId },
      orderBy: { modifieLe: 'desc' },
      take: 10,
    })
    const motifs = await tx.motif.findMany({
      where: { id: { in: brouillons.flatMap(({ motifId }) => motifId ?? []) } },
      select: { id: true, libelleCourt: true },
    })
    return {
      creneaux: demandes.filter(({ rendezVous }) => rendezVous.length > 0),
      complements: demandes.filter(({ etat }) => etat === 'attente_complement'),
      reponses: demandes.filter(({ etat, nonLusPartenaire }) => etat !== 'attente_complement' && nonLusPartenaire > 0),
      brouillons: brouillons.map((brouillon) => ({
        ...brouillon,
        motif: motifs.find(({ id }) => id === brouillon.motifId)?.libelleCourt ?? null,
      })),
    }
  })
}

/** One demande for a technicien; internal notes and internal events are out of reach, in the database too. */
export function demandeDePartenaire(acteur: Acteur, reference: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const demande = await tx.demande.findFirst({
      where: demandeVisible(acteur, reference),
      include: {
        caisse: { select: { nom: true, reglages: true, contacts: true } },
        auteur: { select: { prenom: true, nom: true } },
        agent: { select: { prenom: true, nom: true } },
        motif: { select: { demandeLiee: true } },
        demandeLiee: { select: { reference: true, objet: true } },
        pieces: { orderBy: { deposeeLe: 'asc' }, omit: { cleEnveloppee: true }, include: { telechargements: recus } },
        rendezVous: {
          orderBy: [{ creeLe: 'desc' }, { id: 'desc' }],
          include: { propositions: { include: { creneau: true } } },
        },
        messages: {
          where: { interne: false },
          orderBy: { envoyeLe: 'asc' },
          include: { auteur: { select: { prenom: true, nom: true } } },
        },
        evenements: {
          where: { visiblePartenaire: true },
          orderBy: [{ le: 'asc' }, { id: 'asc' }],
          include: { auteur: { select: { prenom: true, nom: true } } },
        },
        lectures: { where: { cote: 'caisse' }, orderBy: { vueLe: 'desc' }, take: 1 },
      },
    })
    return (
      demande && {
        ...demande,
        etat: demande.etat as Etat,
        service: demande.service as Service,
        pieces: demande.pieces.filter(({ enPreparation }) => !enPreparation),
        /** Files the acteur has joined to a message that is not sent yet. */
        preparees: demande.pieces.filter(({ enPreparation }) => enPreparation),
      }
    )
  })
}

export type DemandeDePartenaire = NonNullable<Awaited<ReturnType<typeof demandeDePartenaire>>>
