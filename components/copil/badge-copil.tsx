import { Badge, type TonBadge } from '@/components/ui/badge'
import { libellesEtatCopil } from '@/lib/copil/libelles'
import type { EtatCopil } from '@/lib/copil/modele'

const tons: Record<EtatCopil, TonBadge> = { preparation: 'contour', tenu: 'bleu', annule: 'discret' }

export const BadgeCopil = ({ etat }: { etat: EtatCopil }) => <Badge ton={tons[etat]}>{libellesEtatCopil[etat]}</Badge>
