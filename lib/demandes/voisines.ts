import { demandesVisibles } from '@/lib/demandes/acces'
import { conditions, type FiltresFile, ordreDe } from '@/lib/demandes/filtres-file'
import { enOrdre, inverse, type Ordre } from '@/lib/demandes/page'
import type { Acteur } from '@/lib/socle/acteur'
import { conditionSql } from '@/lib/socle/condition-sql'
import { Prisma } from '@/lib/socle/prisma/client'

/** References just before and just after a demande `d`, in the view it was opened from; it may have left that view since. */
export function voisinesSql(acteur: Acteur, filtres: FiltresFile, maintenant: Date): Prisma.Sql {
  const vue = conditionSql({ AND: [demandesVisibles(acteur), conditions(acteur, filtres, maintenant)] })
  const premiere = (ordre: Ordre) => {
    const cle = Prisma.raw(`"${ordre.colonne}", id`)
    const signe = Prisma.raw(ordre.sens === 'asc' ? '>' : '<')
    return Prisma.sql`(SELECT reference FROM demande WHERE ${vue} AND (${cle}) ${signe} (SELECT ${cle} FROM d) ORDER BY ${enOrdre(ordre)} LIMIT 1)`
  }
  const ordre = ordreDe(filtres)
  return Prisma.sql`json_build_object('precedente', ${premiere(inverse(ordre))}, 'suivante', ${premiere(ordre)})`
}
