import type { z } from 'zod'
import { caisseDe } from '@/lib/modeles-reponse/enregistrer-modele'
import type { ordreSchema } from '@/lib/modeles-reponse/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Moves a template one place up or down in the list of the caisse. */
export async function ordonnerModele(contexte: Contexte, { id, sens }: z.output<typeof ordreSchema>): Promise<Suite> {
  const { tx } = contexte
  const caisseId = caisseDe(contexte)
  // Locked: two moves at once must not give two templates one place.
  const modeles = await tx.$queryRaw<{ id: string; ordre: number }[]>`SELECT id, ordre FROM modele_reponse
    WHERE "caisseId" = ${caisseId}::uuid AND actif ORDER BY ordre, titre, id FOR UPDATE`
  const rang = modeles.findIndex((modele) => modele.id === id)
  if (rang === -1) throw new ErreurMetier('introuvable')
  const [modele] = modeles.splice(rang, 1)
  if (modele) modeles.splice(Math.max(0, rang + (sens === 'monter' ? -1 : 1)), 0, modele)
  for (const [place, { id: deplace, ordre }] of modeles.entries())
    if (ordre !== place + 1) await tx.modeleReponse.updateMany({ where: { id: deplace }, data: { ordre: place + 1 } })
  return { vers: `/caisse/modeles#${id}`, journal: { objetType: 'modele_reponse', objetId: id, caisseId } }
}
