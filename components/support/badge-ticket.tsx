import { Badge, type TonBadge } from '@/components/ui/badge'
import { libellesEtatSupport } from '@/lib/support/libelles'
import type { EtatSupport } from '@/lib/support/modele'

const tons: Record<EtatSupport, TonBadge> = {
  nouveau: 'brique',
  en_cours: 'bleu',
  transmis: 'papier',
  resolu: 'discret',
}

export function BadgeTicket({ etat }: { etat: EtatSupport }) {
  return <Badge ton={tons[etat]}>{libellesEtatSupport[etat]}</Badge>
}
