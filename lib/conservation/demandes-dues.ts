import type { Transaction } from '@/lib/socle/base'

/** close: past its time; sans_reponse: never closed, told, past its time; a_annoncer, delaissee: never closed, soon past it. */
export type Genre = 'close' | 'sans_reponse' | 'a_annoncer' | 'delaissee'

export type DemandeDue = {
  id: string
  reference: string
  service: string
  etat: string
  agentId: string | null
  /** Its closing, or its last act. */
  depuis: Date
  annonceLe: Date | null
  /** Why it is kept past its time. */
  retenue: string | null
}

type Cherche = {
  caisseId: string
  genre: Genre
  instant: Date
  nombre: number
  /** Those held back too. */
  retenues?: boolean
  apres?: { le: Date; id: string } | null
}

/** What the purge looks at, the oldest first: references and dates only. For the worker, the DPO and the référents. */
export function demandesDuGenre(tx: Transaction, cherche: Cherche): Promise<DemandeDue[]> {
  const { caisseId, genre, instant, nombre, retenues = false, apres = null } = cherche
  return tx.$queryRaw<DemandeDue[]>`
    SELECT id, reference, service, etat, "agentId", depuis, "annonceLe", retenue FROM ep_conservation_demandes(${caisseId}::uuid, ${genre},
      ${instant}::timestamptz, NULL, ${retenues}, ${apres?.le ?? null}::timestamptz, ${apres?.id ?? null}::uuid, ${nombre}::int)`
}
