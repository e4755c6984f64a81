import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** A version in preparation, published or not at a day to come. Once published it never changes: people accepted these words. */
export async function versionModifiable({ tx, maintenant }: Contexte, id: string) {
  const version = await tx.versionCgu.findUnique({ where: { id } })
  if (!version) throw new ErreurMetier('introuvable')
  if (version.publieeLe && version.publieeLe <= maintenant)
    throw new ErreurMetier(
      'etat_change',
      `La version ${version.numero} est publiée\u00A0: des personnes l’ont acceptée, elle ne change plus. Préparez la suivante.`,
    )
  return version
}
