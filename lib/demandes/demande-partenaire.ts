import { demandeVisible } from '@/lib/demandes/acces'
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
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { lireAvecPerimetre } from '@/lib/socle/base'
import { conditionSql } from '@/lib/socle/condition-sql'
import { dater } from '@/lib/socle/dater'
import { Prisma } from '@/lib/socle/prisma/client'

type Noms = { select: { prenom: true; nom: true } }

type Lue = Prisma.DemandeGetPayload<{
  include: Parties & {
    caisse: { select: { nom: true; reglages: true; contacts: true } }
    auteur: Noms
    agent: Noms
    motif: { select: { demandeLiee: true } }
    lectures: true
  }
}>

/** One demande for a technicien; internal notes and internal events are out of reach, in the database too. */
export async function demandeDePartenaire(acteur: Acteur, reference: string) {
  const [rang] = await lireAvecPerimetre<{ demande: object; autour: object }>(
    perimetre(acteur),
    Prisma.sql`
      WITH d AS MATERIALIZED (SELECT * FROM demande WHERE ${conditionSql(demandeVisible(acteur, reference))})
      SELECT row_to_json(d) AS demande, json_build_object(
        'caisse', (SELECT json_build_object('nom', c.nom, 'reglages', ${reglagesSql},
          'contacts', (SELECT coalesce(json_agg(k), '[]') FROM contact_caisse k WHERE k."caisseId" = c.id)) FROM caisse c WHERE c.id = d."caisseId"),
        'auteur', ${nomsSql('d."auteurId"')},
        'agent', ${nomsSql('d."agentId"')},
        'motif', (SELECT json_build_object('demandeLiee', m."demandeLiee") FROM motif m WHERE m.id = d."motifId"),
        'demandeLiee', ${demandeLieeSql},
        'pieces', ${piecesSql},
        'rendezVous', ${rendezVousSql},
        'messages', ${messagesSql(Prisma.sql`NOT m.interne`)},
        'evenements', ${evenementsSql(Prisma.sql`e."visiblePartenaire"`, 'asc')},
        'lectures', (SELECT coalesce(json_agg(l), '[]') FROM (
          SELECT * FROM lecture l WHERE l."demandeId" = d.id AND l.cote = 'caisse' ORDER BY l."vueLe" DESC LIMIT 1) l)
      ) AS autour FROM d`,
  )
  if (!rang) return null
  const demande = dater<Lue>({ ...rang.demande, ...rang.autour })
  return {
    ...demande,
    etat: demande.etat as Etat,
    service: demande.service as Service,
    ...parPreparation(demande.pieces),
  }
}

export type DemandeDePartenaire = NonNullable<Awaited<ReturnType<typeof demandeDePartenaire>>>
