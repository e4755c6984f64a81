import { z } from 'zod'
import { demandesVisibles } from '@/lib/demandes/acces'
import { cadreSchema, cadreSql, enCadre } from '@/lib/demandes/cadre-file'
import { choixDesFiltres } from '@/lib/demandes/choix-filtres'
import { conditions, type FiltresFile, ordreDe } from '@/lib/demandes/filtres-file'
import { etats } from '@/lib/demandes/modele'
import { apresLe, ecrireCurseur, enOrdre, lireCurseur } from '@/lib/demandes/page'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { lireAvecPerimetre } from '@/lib/socle/base'
import { conditionSql } from '@/lib/socle/condition-sql'
import { Prisma } from '@/lib/socle/prisma/client'

export { filtresFileSchema } from '@/lib/demandes/filtres-file'

export const taillePage = 50

const ligneSchema = z.object({
  id: z.string(),
  reference: z.string(),
  objet: z.string(),
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
  const tri = enOrdre(ordre)
  const lecture = lireAvecPerimetre<{ file: unknown }>(
    perimetre(acteur),
    Prisma.sql`
      WITH page AS MATERIALIZED (SELECT ${colonnes} FROM demande WHERE ${ou} ORDER BY ${tri} LIMIT ${taillePage + 1})
      SELECT json_build_object(
        'lignes', (SELECT coalesce(json_agg(page ORDER BY ${tri}), '[]') FROM page),
        ${cadreSql(acteur, maintenant, filtres.partenaire)}) AS file`,
  )
  const [[rang], choix] = await Promise.all([lecture, choixDesFiltres(acteur)])
  const { lignes, ...cadre } = fileSchema.parse(rang?.file)
  const page = lignes.slice(0, taillePage)
  const derniere = page.at(-1)
  return {
    lignes: page,
    suivante:
      lignes.length > taillePage && derniere ? ecrireCurseur({ cle: derniere[ordre.colonne], id: derniere.id }) : null,
    ...enCadre(cadre, choix, acteur, maintenant),
  }
}
