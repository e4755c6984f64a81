import type { z } from 'zod'
import type { renommerVueSchema, vueSchema } from '@/lib/file/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** A shared view, by the référent: whoever made it may no longer be there. It stays shared, and shows what it showed. */
export async function renommerVue(
  { tx, acteur }: Contexte,
  saisie: z.output<typeof renommerVueSchema>,
): Promise<Suite> {
  const { count } = await tx.vueFile.updateMany({
    where: { id: saisie.id, caisseId: acteur.caisse?.id ?? '', partagee: true },
    data: { nom: saisie.nom },
  })
  if (count === 0) throw new ErreurMetier('introuvable', 'Cette vue n’est plus partagée. Rechargez la page.')
  return { vers: '/caisse/parametres/vues?fait=renommee', journal: trace(saisie.id, acteur) }
}

/** Taken away from all the agents. A view is a way to look: the demandes stay as they are. */
export async function retirerVue({ tx, acteur }: Contexte, { id }: z.output<typeof vueSchema>): Promise<Suite> {
  const { count } = await tx.vueFile.deleteMany({ where: { id, caisseId: acteur.caisse?.id ?? '', partagee: true } })
  if (count === 0) throw new ErreurMetier('introuvable', 'Cette vue n’est plus partagée. Rechargez la page.')
  return { vers: '/caisse/parametres/vues?fait=retiree', journal: trace(id, acteur) }
}

const trace = (id: string, { caisse }: Contexte['acteur']) => ({
  objetType: 'vue_file',
  objetId: id,
  caisseId: caisse?.id,
})
