import { caisseDeLaPublication } from '@/lib/publications/audience'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { estId } from '@/lib/socle/identifiants'

/** A document held by the acteur, kept until the end of the transaction: its versions are numbered one after the other. */
export async function tenirDocument({ tx, acteur }: Pick<Contexte, 'tx' | 'acteur'>, id: string) {
  if (!estId(id)) throw new ErreurMetier('introuvable')
  await tx.$queryRaw`SELECT id FROM document_bibliotheque WHERE id = ${id}::uuid FOR UPDATE`
  const document = await tx.documentBibliotheque.findFirst({
    where: { id, caisseId: caisseDeLaPublication(acteur) },
    include: { versions: { include: { pieceJointe: { select: { etat: true } } } } },
  })
  if (!document) throw new ErreurMetier('introuvable')
  return document
}
