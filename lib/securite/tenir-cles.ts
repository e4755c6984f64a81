import { exigerFraicheur } from '@/lib/securite/fraicheur'
import { prevenirTitulaire } from '@/lib/securite/prevenir'
import { exigerQuIlEnReste, oublierCodesInutiles, verrouillerFacteurs } from '@/lib/securite/retirer-application'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

export async function renommerCle({ tx, acteur }: Contexte, { id, nom }: { id: string; nom: string }): Promise<Suite> {
  const { count } = await tx.cleAcces.updateMany({ where: { id, compteId: acteur.compteId }, data: { nom } })
  if (count === 0) throw new ErreurMetier('introuvable')
  return { vers: '/compte/securite#cles', journal: { objetType: 'cle_acces', objetId: id } }
}

/** Its next use is refused. Where a second factor is required, never the last one. */
export async function retirerCle(contexte: Contexte, { id }: { id: string }): Promise<Suite> {
  const { tx, acteur } = contexte
  const { compteId } = acteur
  const cle = await tx.cleAcces.findFirst({ where: { id, compteId }, select: { id: true } })
  if (!cle) throw new ErreurMetier('introuvable')
  await exigerFraicheur(contexte, acteur)
  await verrouillerFacteurs(contexte)
  await exigerQuIlEnReste(contexte, {
    application: (await tx.secondFacteur.count({ where: { compteId } })) > 0,
    cles: await tx.cleAcces.count({ where: { compteId, id: { not: id } } }),
  })
  await tx.cleAcces.deleteMany({ where: { id, compteId } })
  await oublierCodesInutiles(contexte)
  await prevenirTitulaire(tx, acteur, 'cle_acces_retiree')
  return { vers: '/compte/securite?fait=cle_retiree', journal: { objetType: 'cle_acces', objetId: id } }
}
