import { enMots } from '@/lib/conventions/libelles'
import type { PartVerrouillee } from '@/lib/conventions/part'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { jourDe } from '@/lib/socle/jour'
import { ajouterJours, type DateIso } from '@/lib/socle/temps'

/**
 * Refuses, at a field, dates that another convention d'utilisation of the same caisse with the same partenaire covers. Two
 * référents who sign at once wait for each other; the exclusion constraint stands behind.
 */
export async function refuserChevauchement(
  tx: Transaction,
  { part }: Pick<PartVerrouillee, 'part'>,
  { debut, fin }: { debut: DateIso; fin: DateIso | null },
  champ?: string,
): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`convention ${part.caisseId} ${part.partenaireId}`}))::text`
  const autres = await tx.conventionCaisse.findMany({
    where: {
      caisseId: part.caisseId,
      partenaireId: part.partenaireId,
      id: { not: part.id },
      etat: { not: 'brouillon' },
      utilisationEffetLe: { not: null },
    },
    select: { utilisationEffetLe: true, finLe: true, convention: { select: { intitule: true } } },
    orderBy: { utilisationEffetLe: 'asc' },
  })
  for (const autre of autres) {
    const debutAutre = jourDe(autre.utilisationEffetLe)
    const finAutre = jourDe(autre.finLe)
    if (!debutAutre || (finAutre !== null && (finAutre < debutAutre || finAutre < debut))) continue
    if (fin !== null && fin < debutAutre) continue
    const suite = finAutre
      ? `jusqu’au ${enMots(finAutre)}. Faites commencer celle-ci le ${enMots(ajouterJours(finAutre, 1))} ou plus tard.`
      : 'sans date de fin. Dénoncez-la d’abord, ou faites-en un avenant.'
    const message = `Une convention d’utilisation («\u00a0${autre.convention.intitule}\u00a0») couvre déjà ce partenaire, du ${enMots(debutAutre)} ${suite}`
    throw champ ? new ErreurMetier('saisie', undefined, { [champ]: message }) : new ErreurMetier('etat_change', message)
  }
}
