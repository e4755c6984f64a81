import { Badge, type TonBadge } from '@/components/ui/badge'
import { libellesSituation } from '@/lib/actualites/libelles'
import type { Situation } from '@/lib/actualites/regles'

const tons: Record<Situation, TonBadge> = {
  brouillon: 'pointille',
  programmee: 'bleu',
  publiee: 'cyan',
  archivee: 'contour',
  retiree: 'discret',
}

export function BadgeSituation({ situation }: { situation: Situation }) {
  return <Badge ton={tons[situation]}>{libellesSituation[situation]}</Badge>
}
