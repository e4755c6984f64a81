import { nomComplet } from '@/lib/socle/acteur'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateEtHeure } from '@/lib/socle/format'

/**
 * The revue of the structure of a gestionnaire, locked: decisions and the signature come one after the other. Signed already,
 * it is refused with who did and when.
 */
export async function verrouillerRevue({ tx, acteur }: Contexte, id: string) {
  const structureId = acteur.structure?.id
  const lire = () => tx.revueHabilitation.findFirst({ where: { id, structureId } })
  // A signed revue can't be written any more, so it can't be locked either.
  await tx.$queryRaw`SELECT id FROM revue_habilitation WHERE id = ${id}::uuid FOR UPDATE`
  const revue = await lire()
  if (!revue) throw new ErreurMetier('introuvable')
  if (!revue.signeeLe) return revue
  const auteur = revue.signeeParId ? await tx.compte.findUnique({ where: { id: revue.signeeParId } }) : null
  const par = revue.signeeParId === acteur.compteId ? ' par vous' : auteur ? ` par ${nomComplet(auteur)}` : ''
  throw new ErreurMetier(
    'etat_change',
    `Cette revue est déjà signée${par}, ${dateEtHeure(revue.signeeLe)}. Un compte se modifie maintenant depuis l’équipe.`,
  )
}
