import { type Recus, recusSql } from '@/lib/documents/recus'
import { Prisma } from '@/lib/socle/prisma/client'

/*
 * Parts of the statement that reads all the page of a demande shows, on either side. In each, `d` is the demande. A dozen
 * reads through Prisma cost more than the rest of the page; here PostgreSQL gives them at once, as JSON (see `dater`).
 */

/** Names of an account; `id`: where its id stands, a column and never a value. */
export const nomsSql = (id: string) =>
  Prisma.raw(`(SELECT json_build_object('prenom', c.prenom, 'nom', c.nom) FROM compte c WHERE c.id = ${id})`)

/** Columns of a file `p`; its key never leaves the database with a page. */
export const colonnesPiece = Prisma.raw(
  Object.keys(Prisma.PieceJointeScalarFieldEnum)
    .filter((nom) => nom !== 'cleEnveloppee')
    .map((nom) => `p."${nom}"`)
    .join(', '),
)

export const piecesSql = Prisma.sql`(SELECT coalesce(json_agg(p ORDER BY p."deposeeLe"), '[]') FROM (
  SELECT ${colonnesPiece}, ${recusSql} AS telechargements FROM piece_jointe p WHERE p."demandeId" = d.id) p)`

export const rendezVousSql = Prisma.sql`(SELECT coalesce(json_agg(r ORDER BY r."creeLe" DESC, r.id DESC), '[]') FROM (
  SELECT r.*, (SELECT coalesce(json_agg(o), '[]') FROM (
      SELECT o.*, (SELECT row_to_json(c) FROM creneau c WHERE c.id = o."creneauId") AS creneau
      FROM proposition_creneau o WHERE o."rendezVousId" = r.id) o) AS propositions
  FROM rendez_vous r WHERE r."demandeId" = d.id) r)`

/** `parmi`: what narrows them, on `m`. */
export const messagesSql = (
  parmi: Prisma.Sql,
) => Prisma.sql`(SELECT coalesce(json_agg(m ORDER BY m."envoyeLe"), '[]') FROM (
  SELECT m.*, ${nomsSql('m."auteurId"')} AS auteur FROM message m WHERE m."demandeId" = d.id AND ${parmi}) m)`

/** `parmi`: what narrows them, on `e`. */
export const evenementsSql = (parmi: Prisma.Sql, sens: Prisma.SortOrder) => {
  const ordre = Prisma.raw(`e.le ${sens}, e.id ${sens}`)
  return Prisma.sql`(SELECT coalesce(json_agg(e ORDER BY ${ordre}), '[]') FROM (
    SELECT e.*, ${nomsSql('e."auteurId"')} AS auteur FROM evenement e WHERE e."demandeId" = d.id AND ${parmi}) e)`
}

export const demandeLieeSql = Prisma.sql`(SELECT json_build_object('reference', l.reference, 'objet', l.objet)
  FROM demande l WHERE l.id = d."demandeLieeId")`

export const reglagesSql = Prisma.sql`(SELECT row_to_json(r) FROM reglages_caisse r WHERE r."caisseId" = d."caisseId")`

/** Files of a page: those joined to a message that is not sent yet apart. */
export function parPreparation<P extends { enPreparation: boolean }>(pieces: P[]) {
  return {
    pieces: pieces.filter(({ enPreparation }) => !enPreparation),
    /** Files the acteur has joined to a message that is not sent yet. */
    preparees: pieces.filter(({ enPreparation }) => enPreparation),
  }
}

type Noms = { select: { prenom: true; nom: true } }

/** What both sides read. */
export type Parties = {
  pieces: { omit: { cleEnveloppee: true }; include: { telechargements: Recus } }
  rendezVous: { include: { propositions: { include: { creneau: true } } } }
  messages: { include: { auteur: Noms } }
  evenements: { include: { auteur: Noms } }
  demandeLiee: { select: { reference: true; objet: true } }
}
