import { z } from 'zod'
import { servicesParmi } from '@/lib/caisses/catalogue'
import type { Service } from '@/lib/demandes/modele'
import type { Acteur } from '@/lib/socle/acteur'
import { Prisma } from '@/lib/socle/prisma/client'

const reglage = z.object({ caisseId: z.string(), service: z.string(), actif: z.boolean() })

export const servicesSchema = z.object({
  caisses: z.array(reglage.extend({ ordre: z.number() })),
  partenaires: z.array(reglage),
})

/** Settings that open or close the services of the open caisses to the partenaire: see `enServices`. */
export function servicesSql(acteur: Acteur): Prisma.Sql {
  const caisses = Prisma.sql`"caisseId" = ANY (${acteur.caissesOuvertes.map(({ id }) => id)}::uuid[])`
  return Prisma.sql`json_build_object(
    'caisses', (SELECT coalesce(json_agg(json_build_object('caisseId', "caisseId", 'service', service, 'actif', actif, 'ordre', ordre)), '[]')
      FROM service_caisse WHERE ${caisses}),
    'partenaires', (SELECT coalesce(json_agg(json_build_object('caisseId', "caisseId", 'service', service, 'actif', actif)), '[]')
      FROM service_partenaire WHERE ${caisses} AND "partenaireId" = ${acteur.partenaire?.id}::uuid))`
}

/** Services a technicien can use today, over the caisses open to the partenaire. */
export function enServices(acteur: Acteur, { caisses, partenaires }: z.output<typeof servicesSchema>): Service[] {
  const ouverts = acteur.caissesOuvertes.flatMap(({ id }) => {
    const ici = ({ caisseId }: { caisseId: string }) => caisseId === id
    return servicesParmi(caisses.filter(ici), partenaires.filter(ici))
  })
  return [...new Set(ouverts)]
}
