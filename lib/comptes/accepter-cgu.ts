import type { SaisieCgu } from '@/lib/comptes/schema'
import { accueilDe } from '@/lib/socle/acteur'
import type { ContextePublic, Suite } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { cheminSur } from '@/lib/socle/session'

/** The version in force: the highest number already published. */
export function cguEnVigueur(tx: Transaction, maintenant: Date) {
  return tx.versionCgu.findFirst({
    where: { publieeLe: { lte: maintenant } },
    orderBy: { numero: 'desc' },
    select: { id: true, numero: true, texte: true, resume: true, publieeLe: true },
  })
}

export async function accepterCgu(
  { tx, acteur, maintenant }: ContextePublic,
  { versionId, retour }: SaisieCgu,
): Promise<Suite> {
  if (!acteur) throw new ErreurMetier('session_expiree')
  const version = await cguEnVigueur(tx, maintenant)
  if (version?.id !== versionId) {
    throw new ErreurMetier('etat_change', 'Une nouvelle version vient de paraître. Rechargez la page pour la lire.')
  }
  await tx.acceptationCgu.createMany({
    data: [{ compteId: acteur.compteId, versionId, accepteeLe: maintenant }],
    skipDuplicates: true,
  })
  return {
    vers: cheminSur(retour, accueilDe(acteur)),
    journal: { objetType: 'version_cgu', objetId: versionId, details: { numero: version.numero } },
  }
}
