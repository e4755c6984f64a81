import { actionsDe, type Criteres } from '@/lib/journal/criteres'
import type { Acteur } from '@/lib/socle/acteur'
import { Prisma } from '@/lib/socle/prisma/client'
import { ajouterJours, debutDuJour } from '@/lib/socle/temps'

/** Clocks of several machines do not agree to the second. */
const margeMs = 10 * 60_000

export type Bornes = { criteres: Criteres; objets: string[]; avant?: bigint; taille: number }

const colonnes = Prisma.sql`id, le, action, "compteId", profil, "objetType", "objetId", "caisseId", "partenaireId", adresse, details, "cleVersion"`

/**
 * The rows of a search, the last ones first, as PostgreSQL reads them fast among millions: each value searched has its rows in
 * the order of ranks, behind one index; only as many as a page shows are taken from each.
 */
export function sourceSql(acteur: Acteur, { criteres, objets, avant, taille }: Bornes): Prisma.Sql {
  const debut = debutDuJour(criteres.du)
  const fin = debutDuJour(ajouterJours(criteres.au, 1))
  const actions = actionsDe(criteres.acte)
  const conditions = [
    Prisma.sql`id >= ep_journal_rang(${new Date(debut.getTime() - margeMs)}::timestamptz)`,
    Prisma.sql`id < ep_journal_rang(${new Date(fin.getTime() + margeMs)}::timestamptz)`,
    Prisma.sql`le >= ${debut}::timestamptz AND le < ${fin}::timestamptz`,
    ...(avant ? [Prisma.sql`id < ${avant}::bigint`] : []),
    ...(criteres.demandes ? [Prisma.sql`"objetId" = ANY (${objets})`] : []),
    ...(criteres.comptes ? [Prisma.sql`"compteId" = ANY (${criteres.comptes}::uuid[])`] : []),
    ...(criteres.adresse ? [Prisma.sql`adresse = ${criteres.adresse}`] : []),
    ...(actions ? [Prisma.sql`action = ANY (${actions})`] : []),
  ]
  const filtre = Prisma.join(conditions, ' AND ')
  const branche = (valeurs: Prisma.Sql, egale: Prisma.Sql) => Prisma.sql`
    SELECT j.* FROM ${valeurs} v(valeur) CROSS JOIN LATERAL
      (SELECT ${colonnes} FROM journal WHERE ${egale} AND ${filtre} ORDER BY id DESC LIMIT ${taille}) j`
  const parmi = (colonne: string, valeurs: string[], type: 'text' | 'uuid') =>
    branche(Prisma.sql`unnest(${valeurs}::${Prisma.raw(type)}[])`, Prisma.sql`${Prisma.raw(`"${colonne}"`)} = v.valeur`)
  const branches = (): Prisma.Sql[] => {
    if (criteres.demandes) return [parmi('objetId', objets, 'text')]
    if (criteres.comptes) return [parmi('compteId', criteres.comptes, 'uuid')]
    if (criteres.adresse) return [parmi('adresse', [criteres.adresse], 'text')]
    if (!acteur.caisse) return actions ? [parmi('action', actions, 'text')] : []
    const caisseId = acteur.caisse.id
    return [
      parmi('caisseId', [caisseId], 'uuid'),
      branche(
        Prisma.sql`(SELECT DISTINCT "partenaireId" FROM convention_caisse WHERE "caisseId" = ${caisseId}::uuid AND etat <> 'brouillon')`,
        Prisma.sql`"partenaireId" = v.valeur AND "caisseId" IS NULL`,
      ),
      branche(
        Prisma.sql`(SELECT id FROM compte WHERE "caisseId" = ${caisseId}::uuid)`,
        Prisma.sql`"compteId" = v.valeur AND "caisseId" IS DISTINCT FROM ${caisseId}::uuid`,
      ),
    ]
  }
  const toutes = branches()
  const source =
    toutes.length > 0
      ? Prisma.sql`(SELECT DISTINCT ON (id) * FROM (${Prisma.join(toutes, ' UNION ALL ')}) u ORDER BY id DESC) s`
      : Prisma.sql`(SELECT ${colonnes} FROM journal WHERE ${filtre} ORDER BY id DESC LIMIT ${taille}) s`
  return Prisma.sql`SELECT * FROM ${source} ORDER BY id DESC LIMIT ${taille}`
}
