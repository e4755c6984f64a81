import { Prisma } from '@/lib/socle/prisma/client'

/** Receipts of a delivered document `p`, latest first, as both sides read them. */
export const recusSql = Prisma.sql`(SELECT coalesce(json_agg(t ORDER BY t.le DESC), '[]') FROM (
  SELECT t.id, t.le, t."compteId",
    (SELECT json_build_object('civilite', c.civilite, 'prenom', c.prenom, 'nom', c.nom) FROM compte c WHERE c.id = t."compteId") AS compte
  FROM telechargement t WHERE t."pieceJointeId" = p.id) t)`

/** Their shape. */
export type Recus = {
  select: { id: true; le: true; compteId: true; compte: { select: { civilite: true; prenom: true; nom: true } } }
}
