import { createHash } from 'node:crypto'
import type { LigneDeRevue } from '@/lib/revues/lignes'

/** Stands for the decisions as one has read them: what is signed is what was shown. */
export function empreinteDecisions(lignes: Pick<LigneDeRevue, 'compte' | 'decision'>[]): string {
  const texte = lignes
    .map(({ compte, decision }) => `${compte.id} ${decision}`)
    .sort()
    .join('\n')
  return createHash('sha256').update(texte).digest('hex').slice(0, 32)
}
