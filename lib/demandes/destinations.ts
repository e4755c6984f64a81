import { z } from 'zod'
import { fermetureDe } from '@/lib/conventions/acces'
import { lirePart, partSchema } from '@/lib/conventions/parts'
import { type MotifPossible, motifsPossibles } from '@/lib/demandes/corriger-motif'
import type { Contexte } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { jourDe } from '@/lib/socle/jour'
import type { Demande } from '@/lib/socle/prisma/client'

type Lieu = Pick<Demande, 'id' | 'caisseId' | 'structureId'>

export type Destination = { id: string; nom: string }

/**
 * The other caisses: those whose access is open today to the structure of the demande, where it can be transferred; and all the
 * others, to which the partenaire can only be oriented.
 */
export async function destinationsDe(
  { tx, maintenant }: Pick<Contexte, 'tx' | 'maintenant'>,
  { id, caisseId, structureId }: Lieu,
): Promise<{ ouvertes: Destination[]; autres: Destination[] }> {
  const [rang] = await tx.$queryRaw<{ parts: unknown }[]>`SELECT ep_parts_de_la_demande(${id}::uuid) AS parts`
  const parts = z
    .array(partSchema)
    .parse(rang?.parts ?? [])
    .map(lirePart)
  const structure = await tx.structure.findUnique({ where: { id: structureId }, select: { ouvreLe: true } })
  const accessibles = new Set(
    parts
      .filter((part) => fermetureDe(part, jourDe(structure?.ouvreLe ?? null), maintenant) === null)
      .map((part) => part.caisseId),
  )
  const caisses = await tx.caisse.findMany({
    where: { id: { not: caisseId } },
    select: { id: true, nom: true },
    orderBy: { nom: 'asc' },
  })
  return {
    ouvertes: caisses.filter((caisse) => accessibles.has(caisse.id)),
    autres: caisses.filter((caisse) => !accessibles.has(caisse.id)),
  }
}

/** Motifs under which a demande can arrive at another caisse, in its words. */
export async function motifsDuTransfert(
  tx: Transaction,
  demande: Pick<Demande, 'id' | 'partenaireId' | 'nomNaissance'>,
  vers: string,
): Promise<MotifPossible[]> {
  const offerts = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id FROM ep_motifs_du_transfert(${demande.id}::uuid, ${vers}::uuid)`
  const ids = new Set(offerts.map(({ id }) => id))
  return (await motifsPossibles(tx, { ...demande, caisseId: vers })).filter(({ id }) => ids.has(id))
}
