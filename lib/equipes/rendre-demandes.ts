import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** `garder`: each in its team; `commune`: in no team; otherwise a team. */
export type Reprise = 'garder' | 'commune' | string

/**
 * The open demandes of an account that follows none any more are to be taken again: none is lost with who leaves. For who
 * manages the account, without the right to read them (see `ep_rendre_demandes`). Gives back how many.
 */
export async function rendreDemandes(
  { tx, maintenant }: Contexte,
  compte: { id: string; caisseId: string | null },
  reprise: Reprise = 'garder',
): Promise<number> {
  if (compte.caisseId === null) return 0
  const versEquipe = reprise !== 'garder' && reprise !== 'commune'
  if (versEquipe && !(await tx.equipe.findFirst({ where: { id: reprise, caisseId: compte.caisseId, actif: true } })))
    throw new ErreurMetier('saisie', undefined, {
      demandes: 'Cette équipe n’existe plus\u00A0: choisissez-en une autre',
    })
  const [ligne] = await tx.$queryRaw<{ n: number }[]>`
    SELECT ep_rendre_demandes(${compte.id}::uuid, ${reprise === 'garder'}, ${versEquipe ? reprise : null}::uuid, ${maintenant}) AS n`
  return ligne?.n ?? 0
}
