import type { EtatSupport, SuiteSupport } from '@/lib/support/modele'

type Ticket = { etat: string; national: boolean; caisseId: string | null }

/** What the side that holds the ticket may do now. */
export function suitesPossibles({ etat, national, caisseId }: Ticket): SuiteSupport[] {
  if (etat === 'resolu') return ['repondre']
  if (national) return ['repondre', 'resoudre', ...(caisseId ? (['rendre'] as const) : [])]
  return ['repondre', ...(etat === 'nouveau' ? (['prendre'] as const) : []), 'resoudre', 'transmettre']
}

const etats: Record<Exclude<SuiteSupport, 'repondre'>, EtatSupport> = {
  prendre: 'en_cours',
  resoudre: 'resolu',
  transmettre: 'transmis',
  rendre: 'en_cours',
}

/** The state it takes; to answer a new one is to begin with it. */
export function etatApres(suite: SuiteSupport, etat: string): EtatSupport | null {
  if (suite !== 'repondre') return etats[suite]
  return etat === 'nouveau' ? 'en_cours' : null
}

/** The side that holds it afterwards. */
export const nationalApres = (suite: SuiteSupport, national: boolean): boolean =>
  suite === 'transmettre' || (national && suite !== 'rendre')
