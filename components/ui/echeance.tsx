import { Clock, Pause, TriangleAlert, Zap } from '@/components/ui/icones'
import type { TonEcheance } from '@/lib/demandes/echeance'

const icones = { aucune: null, loin: null, bientot: Clock, retard: TriangleAlert, suspendu: Pause }

/** A deadline in words. `alignee`: in a column, the words without an icon start where the others do. */
export function Echeance({ mots, ton, alignee }: { mots: string; ton: TonEcheance; alignee?: boolean }) {
  if (!mots) return null
  const Icone = icones[ton]
  return (
    <span className={`echeance echeance--${ton}${alignee ? ' echeance--alignee' : ''}`}>
      {Icone && <Icone />}
      {mots}
    </span>
  )
}

/** Stands before the motif of an urgent dossier. */
export function Urgent({ mots = 'Urgent' }: { mots?: string }) {
  return (
    <span className="echeance echeance--urgent">
      <Zap />
      {mots}
    </span>
  )
}
