import { Badge, type TonBadge } from '@/components/ui/badge'
import { libellesSituation } from '@/lib/questionnaires/libelles'
import type { Situation } from '@/lib/questionnaires/regles'

const tons: Record<Situation, TonBadge> = {
  brouillon: 'pointille',
  programme: 'contour',
  ouvert: 'bleu',
  clos: 'discret',
}

export function BadgeSituation({ situation }: { situation: Situation }) {
  return <Badge ton={tons[situation]}>{libellesSituation[situation]}</Badge>
}
