import { z } from 'zod'
import { demandeVisible } from '@/lib/demandes/acces'
import { agentsSql, equipesSql, liesSql, memePersonneSql, presentsSql } from '@/lib/demandes/autour-demande'
import type { FiltresFile } from '@/lib/demandes/filtres-file'
import type { Etat, Service } from '@/lib/demandes/modele'
import {
  demandeLieeSql,
  evenementsSql,
  messagesSql,
  nomsSql,
  type Parties,
  parPreparation,
  piecesSql,
  reglagesSql,
  rendezVousSql,
} from '@/lib/demandes/parties-demande'
import { voisinesSql } from '@/lib/demandes/voisines'
import { conventionAffichee } from '@/lib/documents/regles'
import { enModeles, modelesSql } from '@/lib/modeles-reponse/queries'
import { type Acteur, nomComplet, perimetre } from '@/lib/socle/acteur'
import { lireAvecPerimetre } from '@/lib/socle/base'
import { conditionSql } from '@/lib/socle/condition-sql'
import { dater } from '@/lib/socle/dater'
import { jourDe } from '@/lib/socle/jour'
import { Prisma } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'

type Noms = { prenom: true; nom: true }

type Lue = Prisma.DemandeGetPayload<{
  include: Parties & {
    caisse: { select: { nom: true; reglages: true } }
    partenaire: { select: { id: true; nom: true } }
    structure: { select: { nom: true } }
    auteur: { select: Noms & { id: true; fonction: true; telephone: true } }
    agent: { select: Noms & { id: true } }
    equipe: { select: { nom: true; actif: true } }
    motif: {
      select: { pieces: { select: { code: true; libelle: true; exigence: true; variantes: true; actif: true } } }
    }
    lectures: { include: { compte: { select: Noms } } }
    courriels: {
      select: {
        id: true
        objet: true
        destinataire: true
        etat: true
        creeLe: true
        envoyeLe: true
        echecLe: true
        pasAvantLe: true
      }
    }
  }
}>

type Resumee = Prisma.DemandeGetPayload<{
  select: {
    reference: true
    objet: true
    etat: true
    ouverte: true
    motifId: true
    deposeeLe: true
    closeLe: true
    issue: true
    service: true
    partenaire: { select: { nom: true } }
    agent: { select: Noms & { id: true } }
  }
}>

type Convention = Prisma.ConventionCaisseGetPayload<{
  select: { finLe: true; etat: true; habiliteDocuments: true; utilisationEffetLe: true }
}>

type Agent = Prisma.CompteGetPayload<{ select: Noms & { id: true; civilite: true } }> & {
  absence: { finLe: Date | null; remplacant: { prenom: string; nom: string } } | null
}

type Autour = {
  conventions: Convention[]
  memePersonne: Resumee[]
  liees: Resumee[]
  transfereeDe: string | null
  agents: Agent[]
  equipes: { id: string; nom: string }[]
  presents: { prenom: string; nom: string; ecrit: boolean }[]
  oppositions: { id: string; consigne: string; decideeLe: Date }[]
  modeles: Parameters<typeof enModeles>[0]
  preferences: unknown
  voisines: { precedente: string | null; suivante: string | null } | null
}

/**
 * One demande for an agent, with all its page shows, in one read; null outside the perimeter. Being read is recorded by
 * `consulterDemande`. `filtres`: the view it was opened from.
 */
export async function demandeDeCaisse(
  acteur: Acteur,
  reference: string,
  filtres?: FiltresFile,
  maintenant = new Date(),
) {
  const aujourdhui = dateAParis(maintenant)
  const [rang] = await lireAvecPerimetre<{ demande: object; autour: object }>(
    perimetre(acteur),
    Prisma.sql`
      WITH d AS MATERIALIZED (SELECT * FROM demande WHERE ${conditionSql(demandeVisible(acteur, reference))})
      SELECT row_to_json(d) AS demande, json_build_object(
        'caisse', (SELECT json_build_object('nom', c.nom, 'reglages', ${reglagesSql}) FROM caisse c WHERE c.id = d."caisseId"),
        'partenaire', (SELECT json_build_object('id', p.id, 'nom', p.nom) FROM partenaire p WHERE p.id = d."partenaireId"),
        'structure', (SELECT json_build_object('nom', s.nom) FROM structure s WHERE s.id = d."structureId"),
        'auteur', (SELECT json_build_object('id', c.id, 'prenom', c.prenom, 'nom', c.nom, 'fonction', c.fonction, 'telephone', c.telephone)
          FROM compte c WHERE c.id = d."auteurId"),
        'agent', (SELECT json_build_object('id', c.id, 'prenom', c.prenom, 'nom', c.nom) FROM compte c WHERE c.id = d."agentId"),
        'equipe', (SELECT json_build_object('nom', e.nom, 'actif', e.actif) FROM equipe e WHERE e.id = d."equipeId"),
        'demandeLiee', ${demandeLieeSql},
        'motif', json_build_object('pieces', (SELECT coalesce(json_agg(a), '[]') FROM (
          SELECT code, libelle, exigence, variantes, actif FROM piece_attendue WHERE "motifId" = d."motifId" ORDER BY ordre) a)),
        'pieces', ${piecesSql},
        'rendezVous', ${rendezVousSql},
        'messages', ${messagesSql(Prisma.sql`true`)},
        'evenements', ${evenementsSql(Prisma.sql`true`, 'desc')},
        'lectures', (SELECT coalesce(json_agg(l), '[]') FROM (
          SELECT l.*, ${nomsSql('l."compteId"')} AS compte FROM lecture l WHERE l."demandeId" = d.id) l),
        'courriels', (SELECT coalesce(json_agg(c ORDER BY c."creeLe" DESC), '[]') FROM (
          SELECT id, objet, destinataire, etat, "creeLe", "envoyeLe", "echecLe", "pasAvantLe" FROM courriel WHERE "demandeId" = d.id) c),
        'conventions', (SELECT coalesce(json_agg(c), '[]') FROM (
          SELECT "finLe", etat, "habiliteDocuments", "utilisationEffetLe" FROM convention_caisse
          WHERE "caisseId" = d."caisseId" AND "partenaireId" = d."partenaireId") c),
        'memePersonne', ${memePersonneSql(maintenant)},
        'liees', ${liesSql},
        'transfereeDe', (SELECT c.nom FROM caisse c WHERE c.id = d."transfereeDeId"),
        'agents', ${agentsSql(aujourdhui)},
        'equipes', ${equipesSql},
        'presents', ${presentsSql(acteur, maintenant)},
        'oppositions', (SELECT coalesce(json_agg(o), '[]') FROM (
          SELECT id, consigne, "decideeLe" FROM opposition WHERE "caisseId" = d."caisseId" AND "clePersonne" = d."clePersonne"
            AND d."clePersonne" <> '' AND decision = 'acceptee' AND "leveeLe" IS NULL ORDER BY "decideeLe" DESC) o),
        'modeles', ${modelesSql},
        'preferences', (SELECT c.preferences FROM compte c WHERE c.id = ${acteur.compteId}::uuid),
        'voisines', ${filtres ? voisinesSql(acteur, filtres, maintenant) : Prisma.sql`NULL::json`}
      ) AS autour FROM d`,
  )
  if (!rang) return null
  const { conventions, preferences, ...demande } = dater<Lue & Autour>({ ...rang.demande, ...rang.autour })
  return {
    ...demande,
    etat: demande.etat as Etat,
    service: demande.service as Service,
    ...parPreparation(demande.pieces),
    convention: conventionAffichee(conventions, aujourdhui),
    memePersonne: demande.memePersonne.map((autre) => ({
      ...autre,
      etat: autre.etat as Etat,
      service: autre.service as Service,
      memeMotif: autre.motifId === demande.motifId,
    })),
    liees: demande.liees.map((liee) => ({ ...liee, etat: liee.etat as Etat })),
    agents: demande.agents.map(({ absence, ...agent }) => ({
      ...agent,
      absence: absence && { finLe: jourDe(absence.finLe), remplacant: nomComplet(absence.remplacant) },
    })),
    presents: demande.presents.map(({ ecrit, ...noms }) => ({ nom: nomComplet(noms), ecrit })),
    modeles: enModeles(demande.modeles),
    enchainer: preferencesSchema.parse(preferences).enchainer,
  }
}

/** `enchainer`: the agent goes from one demande to the next once it has answered. */
const preferencesSchema = z.object({ enchainer: z.boolean().catch(false).default(false) }).catch({ enchainer: false })

export type DemandeDeCaisse = NonNullable<Awaited<ReturnType<typeof demandeDeCaisse>>>
