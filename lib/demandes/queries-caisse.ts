import { demandesVisibles } from '@/lib/demandes/acces'
import { cadreSchema, cadreSql, enCadre } from '@/lib/demandes/cadre-file'
import { avecNommes, choixDesFiltres, nomsDesPartenaires } from '@/lib/demandes/choix-filtres'
import { conditions, type FiltresFile, ordreDe } from '@/lib/demandes/filtres-file'
import { apresLe, ecrireCurseur, enOrdre, lireCurseur } from '@/lib/demandes/page'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { lireAvecPerimetre } from '@/lib/socle/base'
import { conditionSql } from '@/lib/socle/condition-sql'
import { type Demande, Prisma } from '@/lib/socle/prisma/client'
import { type DateIso, ZONE } from '@/lib/socle/temps'

export { filtresFileSchema } from '@/lib/demandes/filtres-file'

export const taillePage = 50

const colonnes = [
  'id',
  'reference',
  'objet',
  'urgent',
  'etat',
  'prenom',
  'nomNaissance',
  'seuilAlerteJours',
  'nonLusCaisse',
  'agentId',
  'partenaireId',
  'transfereeDeId',
] as const satisfies (keyof Demande)[]

/** A row of the queue as PostgreSQL writes it: to check fifty of them again would cost a page more than to read them. */
export type LigneLue = Pick<Demande, (typeof colonnes)[number]> & {
  echeanceLe: DateIso | null
  /** Of these instants only the day is shown, the one it was in Paris. */
  jourDepot: DateIso
  jourSuspension: DateIso | null
  jourCloture: DateIso | null
  /** Instant the list is ordered by. */
  cle: string
}

const jourSql = (colonne: string) => `("${colonne}" AT TIME ZONE '${ZONE}')::date`

const colonnesSql = Prisma.raw(
  [
    ...colonnes.map((nom) => `"${nom}"`),
    '"echeanceLe"',
    `${jourSql('deposeeLe')} AS "jourDepot"`,
    `${jourSql('suspendueLe')} AS "jourSuspension"`,
    `${jourSql('closeLe')} AS "jourCloture"`,
  ].join(', '),
)

/** The queue of the caisse: one page, its counters, and all the names around it, in one read: no page is asked for as often. */
export async function fileDAttente(acteur: Acteur, filtres: FiltresFile, maintenant = new Date()) {
  const ordre = ordreDe(filtres)
  const curseur = lireCurseur(filtres.apres)
  const ou = conditionSql({
    AND: [demandesVisibles(acteur), conditions(acteur, filtres, maintenant), curseur ? apresLe(curseur, ordre) : {}],
  })
  const cle = Prisma.raw(`"${ordre.colonne}"`)
  const sens = Prisma.raw(ordre.sens)
  const lecture = lireAvecPerimetre<{ lignes: LigneLue[]; cadre: unknown }>(
    perimetre(acteur),
    Prisma.sql`
      WITH page AS MATERIALIZED (SELECT ${colonnesSql}, ${cle} AS cle FROM demande WHERE ${ou} ORDER BY ${enOrdre(ordre)} LIMIT ${taillePage + 1})
      SELECT (SELECT coalesce(json_agg(page ORDER BY cle ${sens}, id ${sens}), '[]') FROM page) AS lignes,
        json_build_object(${cadreSql(acteur, maintenant)}) AS cadre`,
  )
  const [[rang], choix] = await Promise.all([lecture, choixDesFiltres(acteur)])
  const lignes = rang?.lignes ?? []
  const page = lignes.slice(0, taillePage)
  const derniere = page.at(-1)
  const leurs = page.map(({ partenaireId }) => partenaireId)
  const partenaires = await nomsDesPartenaires(acteur, choix, leurs)
  const encore = lignes.length > taillePage && derniere
  return {
    lignes: page,
    suivante: encore ? ecrireCurseur({ cle: new Date(derniere.cle), id: derniere.id }) : null,
    partenaires,
    choix: avecNommes(choix, partenaires, [...leurs, filtres.partenaire]),
    ...enCadre(cadreSchema.parse(rang?.cadre), choix, acteur, maintenant),
  }
}
