import { presentDepuis } from '@/lib/file/presence'
import type { Acteur } from '@/lib/socle/acteur'
import { Prisma } from '@/lib/socle/prisma/client'
import type { DateIso } from '@/lib/socle/temps'

/** Closed for less than this, a demande for the same person still tells something. */
const RECENTES_JOURS = 60
const AUTRES_MAX = 8

/** Another demande `o`, in short. */
const resumee = Prisma.sql`o.reference, o.objet, o.etat, o.ouverte, o."motifId", o."deposeeLe", o."closeLe", o.issue, o.service,
  (SELECT json_build_object('nom', p.nom) FROM partenaire p WHERE p.id = o."partenaireId") AS partenaire,
  (SELECT json_build_object('id', c.id, 'prenom', c.prenom, 'nom', c.nom) FROM compte c WHERE c.id = o."agentId") AS agent`

/** Other demandes for the same person at the caisse of `d`, whoever filed them: open ones first, then those closed of late. */
export function memePersonneSql(maintenant: Date): Prisma.Sql {
  const depuis = new Date(maintenant.getTime() - RECENTES_JOURS * 86_400_000).toISOString()
  return Prisma.sql`(SELECT coalesce(json_agg(o), '[]') FROM (
    SELECT ${resumee} FROM demande o
    WHERE o."caisseId" = d."caisseId" AND o."clePersonne" = d."clePersonne" AND d."clePersonne" <> '' AND o.id <> d.id
      AND (o.ouverte OR (o.etat = 'traitee' AND o."closeLe" >= ${depuis}::timestamptz))
    ORDER BY o.ouverte DESC, o."deposeeLe" DESC LIMIT ${AUTRES_MAX}) o)`
}

/** Demandes that agents have linked to `d`. */
export const liesSql = Prisma.sql`(SELECT coalesce(json_agg(o), '[]') FROM (
  SELECT ${resumee} FROM lien_demande l JOIN demande o ON o.id = CASE WHEN l."aId" = d.id THEN l."bId" ELSE l."aId" END
  WHERE l."aId" = d.id OR l."bId" = d.id ORDER BY l."lieLe") o)`

/** Active agents of the caisse of `d`, by name, with the absence of those who are away that day. */
export const agentsSql = (
  jour: DateIso,
) => Prisma.sql`(SELECT coalesce(json_agg(a ORDER BY a.nom, a.prenom), '[]') FROM (
  SELECT c.id, c.civilite, c.prenom, c.nom,
    (SELECT json_build_object('finLe', b."finLe", 'remplacant', (SELECT json_build_object('prenom', r.prenom, 'nom', r.nom)
        FROM compte r WHERE r.id = b."remplacantId")) FROM absence b
      WHERE b."compteId" = c.id AND b."debutLe" <= ${jour}::date AND (b."finLe" IS NULL OR b."finLe" >= ${jour}::date) LIMIT 1) AS absence
  FROM compte c WHERE c."caisseId" = d."caisseId" AND c.roles @> '{agent}' AND c.etat = 'actif') a)`

/** Active teams of the caisse of `d`, by name. */
export const equipesSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', e.id, 'nom', e.nom) ORDER BY e.nom, e.id), '[]')
  FROM equipe e WHERE e."caisseId" = d."caisseId" AND e.actif)`

/** Colleagues who have `d` on the screen, who writes first. */
export function presentsSql({ compteId }: Acteur, maintenant: Date): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('prenom', c.prenom, 'nom', c.nom, 'ecrit', p.ecrit)
      ORDER BY p.ecrit DESC, p."compteId"), '[]')
    FROM presence p JOIN compte c ON c.id = p."compteId"
    WHERE p."demandeId" = d.id AND p."compteId" <> ${compteId}::uuid AND p."vuLe" > ${presentDepuis(maintenant).toISOString()}::timestamptz)`
}
