import { Badge } from '@/components/ui/badge'
import { libellesEtat } from '@/lib/violations/libelles'
import type { Part } from '@/lib/violations/regles'

/** Where a breach stands for a caisse. `aFaire`: the reader is who must act. */
export function EtatPart({ part, aFaire }: { part: Pick<Part, 'etat' | 'closeLe'>; aFaire?: boolean }) {
  if (part.closeLe) return <Badge ton="papier">Close</Badge>
  return <Badge ton={aFaire && part.etat === 'a_qualifier' ? 'brique' : 'contour'}>{libellesEtat[part.etat]}</Badge>
}
