import type { z } from 'zod'
import { garderPreferences } from '@/lib/comptes/enregistrer-preferences'
import { colonnesChoisies } from '@/lib/file/colonnes'
import type { colonnesSchema } from '@/lib/file/schema'
import type { Contexte, Suite } from '@/lib/socle/action'

/** Columns of the queue this account sees from now on, on any machine. */
export async function choisirColonnes(
  contexte: Contexte,
  { visibles, filtres }: z.output<typeof colonnesSchema>,
): Promise<Suite> {
  const colonnesCachees = colonnesChoisies.filter((colonne) => !visibles.includes(colonne))
  await garderPreferences(contexte, { colonnesCachees })
  return {
    vers: `/caisse/file?${new URLSearchParams(filtres)}`,
    journal: { details: { colonnesCachees: colonnesCachees.join(' ') } },
  }
}
