import { caisseDeLaPublication } from '@/lib/publications/audience'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** An actualité held by the acteur, kept until the end of the transaction: the worker publishes it before, or after. */
export async function tenirActualite({ tx, acteur }: Contexte, id: string) {
  const caisseId = caisseDeLaPublication(acteur)
  await tx.$queryRaw`SELECT id FROM actualite WHERE id = ${id}::uuid FOR UPDATE`
  const actualite = await tx.actualite.findFirst({ where: { id, caisseId } })
  if (!actualite) throw new ErreurMetier('introuvable')
  return actualite
}

export function exigerVersion(actualite: { version: number }, version: number | undefined): void {
  if (actualite.version !== version)
    throw new ErreurMetier('etat_change', 'Cette actualité a changé entre-temps. Rechargez la page pour la relire.')
}
