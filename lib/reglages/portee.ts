import { z } from 'zod'
import type { Transaction } from '@/lib/socle/base'

const compte = z.number().int()

const porteeSchema = z.object({
  /** Open demandes, by what a setting may look at. */
  demandes: z.array(
    z.object({
      service: z.string(),
      motifId: z.uuid(),
      prestation: z.string().nullable(),
      urgent: z.boolean(),
      delaiJours: compte.nullable(),
      nombre: compte,
    }),
  ),
  brouillons: z.array(z.object({ service: z.string(), motifId: z.uuid(), nombre: compte })),
  /** Partenaires bound by a live convention. */
  partenaires: compte,
  /** Requests about gestionnaire accounts that wait. */
  habilitations: compte,
  misesEnDemeure: compte,
  /** Inactivations of gestionnaires planned for a day to come. */
  inactivations: compte,
  structures: z.array(
    z.object({
      id: z.uuid(),
      partenaire: z.string(),
      structure: z.string(),
      /** The partenaire has several structures. */
      plusieurs: z.boolean(),
      membres: compte,
      /** Accounts that hold a seat. */
      techniciens: compte,
      /** ISO days: last revue signed, due day of the one that waits, oldest account. */
      signeeLe: z.string().nullable(),
      revueOuverte: z.string().nullable(),
      premierCompteLe: z.string().nullable(),
      /** Shortest interval of the other caisses bound to the partenaire: the shortest of all holds. */
      autreIntervalle: compte.nullable(),
    }),
  ),
})

export type Portee = z.output<typeof porteeSchema>
export type StructureTouchee = Portee['structures'][number]

/** Counts and organisations that the settings of a caisse touch; with a partenaire, its demandes and drafts alone. */
export async function lirePortee(
  tx: Transaction,
  caisseId: string,
  partenaireId: string | null = null,
): Promise<Portee> {
  const [ligne] = await tx.$queryRaw<{ portee: unknown }[]>`
    SELECT ep_portee_reglages(${caisseId}::uuid, ${partenaireId}::uuid) AS portee`
  return porteeSchema.parse(ligne?.portee)
}

/** Demandes answered from `du` on (from the beginning when null) and before `au`. */
export async function demandesCloses(tx: Transaction, caisseId: string, du: Date | null, au: Date): Promise<number> {
  const [ligne] = await tx.$queryRaw<{ nombre: number }[]>`
    SELECT ep_demandes_closes(${caisseId}::uuid, ${du}::timestamptz, ${au}::timestamptz) AS nombre`
  return ligne?.nombre ?? 0
}

export const total = (lignes: readonly { nombre: number }[]) => lignes.reduce((somme, { nombre }) => somme + nombre, 0)

export const nomDe = ({ partenaire, structure, plusieurs }: StructureTouchee) =>
  plusieurs ? `${partenaire}, ${structure}` : partenaire
