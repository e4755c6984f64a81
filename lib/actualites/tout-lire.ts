import type { Contexte, Suite } from '@/lib/socle/action'

/** All that is published for the acteur counts as opened. */
export async function toutMarquerLu({ tx, acteur, maintenant }: Contexte): Promise<Suite> {
  const publiees = await tx.actualite.findMany({ where: { etat: 'publiee' }, select: { id: true } })
  const { count } = await tx.lectureActualite.createMany({
    data: publiees.map(({ id }) => ({ actualiteId: id, compteId: acteur.compteId, lueLe: maintenant })),
    skipDuplicates: true,
  })
  return {
    vers: '/actualites?fait=tout_lu',
    journal: { objetType: 'compte', objetId: acteur.compteId, details: { nombre: count } },
  }
}
