import type { z } from 'zod'
import type { publierSchema, unSeulSchema } from '@/lib/actualites/schema'
import { exigerVersion, tenirActualite } from '@/lib/actualites/tenir'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { envoyerTravail } from '@/lib/travaux/file'

/** Days ahead beyond which a year was mistyped. */
const UN_AN_MS = 366 * 86_400_000

/** Publishes at once, or says when the worker is to. The mails leave by themselves, in the background. */
export async function publierActualite(contexte: Contexte, saisie: z.output<typeof publierSchema>): Promise<Suite> {
  const { tx, maintenant } = contexte
  const { id, publierLe, courriel } = saisie
  const actualite = await tenirActualite(contexte, id)
  exigerVersion(actualite, saisie.version)
  if (actualite.etat !== 'brouillon' && actualite.etat !== 'programmee')
    throw new ErreurMetier('etat_change', 'Cette actualité est déjà publiée.')
  exigerMoment(actualite, publierLe, maintenant)
  const enPlus = { courriel, version: { increment: 1 } }
  await tx.actualite.updateMany({
    where: { id },
    data: publierLe
      ? { ...enPlus, etat: 'programmee', publierLe }
      : { ...enPlus, etat: 'publiee', publieeLe: maintenant, aPrevenir: courriel ? 'publiee' : null },
  })
  if (publierLe || courriel)
    await envoyerTravail(
      tx,
      'actualite.publier',
      { actualiteId: id },
      publierLe ? { startAfter: publierLe } : undefined,
    )
  return {
    vers: `/actualites/${id}?fait=${publierLe ? 'programmee' : 'publiee'}`,
    journal: {
      objetType: 'actualite',
      objetId: id,
      caisseId: actualite.caisseId,
      ...(publierLe && { action: 'actualite.programmee' }),
    },
  }
}

function exigerMoment({ finLe }: { finLe: Date | null }, publierLe: Date | null, maintenant: Date): void {
  const refus = (jour: string) => new ErreurMetier('saisie', undefined, { jour })
  if (publierLe && publierLe <= maintenant)
    throw refus('Ce moment est passé : choisissez plus tard, ou publiez maintenant.')
  if (publierLe && publierLe.getTime() > maintenant.getTime() + UN_AN_MS)
    throw refus('Ce jour est dans plus d’un an : vérifiez l’année.')
  if (!finLe) return
  if (publierLe && finLe <= publierLe)
    throw refus('À ce moment, son dernier jour est passé : publiez plus tôt, ou changez son dernier jour.')
  if (finLe <= maintenant)
    throw new ErreurMetier('etat_change', 'Son dernier jour est passé : modifiez-le avant de la publier.')
}

/** Back to a draft, before its time has come. */
export async function deprogrammerActualite(contexte: Contexte, { id }: z.output<typeof unSeulSchema>): Promise<Suite> {
  const { etat, caisseId } = await tenirActualite(contexte, id)
  if (etat !== 'programmee') throw new ErreurMetier('etat_change', 'Cette actualité n’est plus programmée.')
  await contexte.tx.actualite.updateMany({
    where: { id },
    data: { etat: 'brouillon', publierLe: null, version: { increment: 1 } },
  })
  return { vers: `/actualites/${id}?fait=deprogrammee`, journal: { objetType: 'actualite', objetId: id, caisseId } }
}

/** Nobody reads it any more; the mails that wait in a digest do not leave. */
export async function retirerActualite(contexte: Contexte, { id }: z.output<typeof unSeulSchema>): Promise<Suite> {
  const { etat, caisseId } = await tenirActualite(contexte, id)
  if (etat !== 'publiee') throw new ErreurMetier('etat_change', 'Cette actualité n’est pas en ligne.')
  await contexte.tx.actualite.updateMany({
    where: { id },
    data: { etat: 'retiree', retireeLe: contexte.maintenant, aPrevenir: null, version: { increment: 1 } },
  })
  return { vers: `/actualites/${id}?fait=retiree`, journal: { objetType: 'actualite', objetId: id, caisseId } }
}

/** A draft that nobody else has read goes without a trace. */
export async function supprimerActualite(contexte: Contexte, { id }: z.output<typeof unSeulSchema>): Promise<Suite> {
  const { etat, caisseId } = await tenirActualite(contexte, id)
  if (etat !== 'brouillon')
    throw new ErreurMetier('etat_change', 'Cette actualité n’est plus un brouillon : elle se retire.')
  await contexte.tx.actualite.deleteMany({ where: { id, etat: 'brouillon' } })
  return { vers: '/actualites/gerer?fait=supprimee', journal: { objetType: 'actualite', objetId: id, caisseId } }
}
