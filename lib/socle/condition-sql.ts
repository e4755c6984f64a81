import { Prisma } from '@/lib/socle/prisma/client'

const comparaisons: Record<string, string> = { equals: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' }

const echapper = (texte: unknown) => String(texte).replace(/[\\%_]/g, '\\$&')

/**
 * A condition of Prisma on the columns of one table, in SQL, for the reads that skip Prisma: a list and the acts on it have one
 * condition, written once. Knows the operators that these lists use; stops on any other.
 */
export function conditionSql(condition: object): Prisma.Sql {
  const termes = Object.entries(condition).flatMap(([cle, valeur]) => {
    if (valeur === undefined) return []
    if (cle === 'AND') return [valeur].flat().map(conditionSql)
    if (cle === 'OR') return [Prisma.sql`(${Prisma.join(valeur.map(conditionSql), ' OR ')})`]
    return comparer(cle, valeur)
  })
  return termes.length > 0 ? Prisma.sql`(${Prisma.join(termes, ' AND ')})` : Prisma.sql`true`
}

function comparer(cle: string, valeur: unknown): Prisma.Sql[] {
  const colonne = Prisma.raw(`"${cle}"`)
  if (valeur === null) return [Prisma.sql`${colonne} IS NULL`]
  // Written in the text, as zero is below: PostgreSQL then knows an index made for some rows, whatever the other values.
  if (typeof valeur === 'boolean') return [Prisma.sql`${colonne} = ${Prisma.raw(String(valeur))}`]
  if (typeof valeur !== 'object' || valeur instanceof Date) return [Prisma.sql`${colonne} = ${enValeur(valeur)}`]
  return Object.entries(valeur).flatMap(([operateur, borne]) => {
    if (borne === undefined) return []
    if (operateur === 'in') return [Prisma.sql`${colonne} = ANY (${borne})`]
    if (operateur === 'contains') return [Prisma.sql`${colonne} LIKE ${`%${echapper(borne)}%`}`]
    if (operateur === 'startsWith') return [Prisma.sql`${colonne} LIKE ${`${echapper(borne)}%`}`]
    const signe = comparaisons[operateur]
    if (!signe || borne === null) throw new Error(`Condition sans équivalent en SQL : ${cle} ${operateur}`)
    return [Prisma.sql`${colonne} ${Prisma.raw(signe)} ${borne === 0 ? Prisma.raw('0') : enValeur(borne)}`]
  })
}

/** A day would be read in the zone of the process. */
const enValeur = (valeur: unknown) => (valeur instanceof Date ? valeur.toISOString() : valeur)
