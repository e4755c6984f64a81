import { z } from 'zod'
import { services } from '@/lib/demandes/modele'
import type { Acteur } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'
import { dateAParis } from '@/lib/socle/temps'

const compteursSchema = z.object({
  a_prendre: z.number(),
  mes_demandes: z.number(),
  en_retard: z.number(),
  urgentes: z.number(),
  en_attente: z.number(),
  toutes: z.number(),
})

/** Number of open demandes in each view of the queue. */
export type Compteurs = z.output<typeof compteursSchema>

const agentSchema = z.object({ id: z.string(), prenom: z.string(), nom: z.string() })

export type Agent = z.output<typeof agentSchema>

const cadreSchema = z.object({
  compteurs: compteursSchema,
  partenaires: z.record(z.string(), z.string()),
  agents: z.array(agentSchema),
  motifs: z.array(z.object({ id: z.string(), libelleCourt: z.string(), service: z.enum(services) })),
})

/**
 * What stands around the rows of the queue: its counters, the names of the partenaires of the rows, the agents, and the
 * motifs one can filter by (hidden ones included: old demandes bear them). One read: the queue is the page most asked for.
 */
export async function lireCadreFile(tx: Transaction, acteur: Acteur, partenaireIds: string[], maintenant: Date) {
  const caisseId = acteur.caisse?.id
  const [ligne] = await tx.$queryRaw<{ cadre: unknown }[]>`
    SELECT json_build_object(
      'compteurs', (SELECT json_build_object(
          'toutes', count(*),
          'a_prendre', count(*) FILTER (WHERE "agentId" IS NULL),
          'mes_demandes', count(*) FILTER (WHERE "agentId" = ${acteur.compteId}::uuid),
          'en_retard', count(*) FILTER (WHERE "echeanceLe" < ${dateAParis(maintenant)}::date),
          'urgentes', count(*) FILTER (WHERE urgent),
          'en_attente', count(*) FILTER (WHERE etat = 'attente_complement'))
        FROM demande WHERE "caisseId" = ${caisseId}::uuid AND ouverte),
      'partenaires', (SELECT coalesce(json_object_agg(id, nom), '{}')
        FROM partenaire WHERE id = ANY (${[...new Set(partenaireIds)]}::uuid[])),
      'agents', (SELECT coalesce(json_agg(json_build_object('id', id, 'prenom', prenom, 'nom', nom) ORDER BY nom, prenom), '[]')
        FROM compte WHERE "caisseId" = ${caisseId}::uuid AND roles @> '{agent}' AND etat = 'actif'),
      'motifs', (SELECT coalesce(json_agg(json_build_object('id', id, 'libelleCourt', "libelleCourt", 'service', service) ORDER BY service, ordre), '[]')
        FROM motif WHERE "caisseId" IS NULL OR "caisseId" = ${caisseId}::uuid)
    ) AS cadre`
  const { partenaires, ...cadre } = cadreSchema.parse(ligne?.cadre)
  return { ...cadre, partenaires: new Map(Object.entries(partenaires)) }
}
