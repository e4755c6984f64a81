import type { SaisiePublication } from '@/lib/cgu/schema'
import { versionModifiable } from '@/lib/cgu/versions'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAParis, debutDuJour } from '@/lib/socle/temps'

/** Publishes now or at the beginning of a day to come: from then on, everybody accepts it before going further. */
export async function publierVersion(
  contexte: Contexte,
  { id, version, quand, le }: SaisiePublication,
): Promise<Suite> {
  const { tx, maintenant } = contexte
  const { numero } = await versionModifiable(contexte, id)
  const jour = quand === 'date' ? le : dateAParis(maintenant)
  if (!jour) throw new ErreurMetier('saisie', undefined, { le: 'Saisissez le jour de la publication' })
  if (quand === 'date' && jour <= dateAParis(maintenant))
    throw new ErreurMetier('saisie', undefined, {
      le: 'Ce jour est passé ou déjà commencé\u00A0: choisissez un jour à venir, ou publiez maintenant',
    })
  const publieeLe = quand === 'date' ? debutDuJour(jour) : maintenant
  const { count } = await tx.versionCgu.updateMany({
    where: { id, version },
    data: { publieeLe, version: { increment: 1 } },
  })
  if (count === 0)
    throw new ErreurMetier('etat_change', 'Un collègue a modifié ce texte entre-temps. Relisez-le avant de le publier.')
  return {
    vers: `/administration/cgu/${id}?fait=${quand === 'date' ? 'prevue' : 'publiee'}`,
    journal: { objetType: 'version_cgu', objetId: id, details: { numero, le: jour } },
  }
}

/** Takes back a publication planned for a day to come: the version is a draft again. */
export async function retirerPublication(
  contexte: Contexte,
  { id, version }: { id: string; version: number },
): Promise<Suite> {
  const { numero } = await versionModifiable(contexte, id)
  const { count } = await contexte.tx.versionCgu.updateMany({
    where: { id, version },
    data: { publieeLe: null, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('etat_change')
  return {
    vers: `/administration/cgu/${id}?fait=retiree`,
    journal: { objetType: 'version_cgu', objetId: id, details: { numero, retiree: true } },
  }
}

/** Deletes a version that nobody has read. */
export async function supprimerBrouillonCgu(
  contexte: Contexte,
  { id, version }: { id: string; version: number },
): Promise<Suite> {
  const { numero, publieeLe } = await versionModifiable(contexte, id)
  if (publieeLe) throw new ErreurMetier('etat_change', 'Sa publication est prévue\u00A0: retirez-la d’abord.')
  const { count } = await contexte.tx.versionCgu.deleteMany({ where: { id, version } })
  if (count === 0) throw new ErreurMetier('etat_change')
  return {
    vers: '/administration/cgu?fait=supprimee',
    journal: { objetType: 'version_cgu', objetId: id, details: { numero, supprimee: true } },
  }
}
