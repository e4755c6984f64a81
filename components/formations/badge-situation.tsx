import { Badge, type TonBadge } from '@/components/ui/badge'
import { libellesSituation } from '@/lib/formations/libelles'
import type { Situation } from '@/lib/formations/regles'

const tons: Record<Situation, TonBadge> = {
  brouillon: 'pointille',
  ouverte: 'bleu',
  close: 'papier',
  commencee: 'cyan',
  a_noter: 'brique',
  terminee: 'contour',
  annulee: 'discret',
}

/** Where a session stands. `cote`: attendance to note is the caisse's; for a partenaire the session is simply past. */
export function BadgeSituation({ situation, cote }: { situation: Situation; cote: 'caisse' | 'partenaire' }) {
  if (cote === 'partenaire' && situation === 'a_noter') return <Badge ton="contour">Passée</Badge>
  return <Badge ton={tons[situation]}>{libellesSituation[situation]}</Badge>
}
