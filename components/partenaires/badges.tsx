import { Badge, type TonBadge } from '@/components/ui/badge'
import { Ban, CalendarX, Check, CircleDot, CirclePause, Pencil, TriangleAlert, Users } from '@/components/ui/icones'
import { libelleDeLEtat } from '@/lib/conventions/libelles'
import { pluriel } from '@/lib/socle/format'

const convention: Record<string, [TonBadge, typeof Check]> = {
  brouillon: ['pointille', Pencil],
  signee: ['bleu', Check],
  en_vigueur: ['cyan', CircleDot],
  denoncee: ['brique', CalendarX],
  mise_en_demeure: ['brique', TriangleAlert],
  resiliee: ['papier', Ban],
  echue: ['papier', Ban],
}

/** State of the part of the caisse in a convention. */
export function EtatPart({ etat }: { etat: string }) {
  const [ton, Icone] = convention[etat] ?? ['papier', CircleDot]
  return (
    <Badge ton={ton} icone={<Icone />}>
      {libelleDeLEtat(etat)}
    </Badge>
  )
}

export function Suspendu() {
  return (
    <Badge ton="brique" icone={<CirclePause />}>
      Suspendu
    </Badge>
  )
}

/** «2 comptes au-delà du quota», «… du quota de 3»: they stay, and no more is added. */
export function AuDela({ nombre, de }: { nombre: number; de?: number | null }) {
  if (nombre === 0) return null
  return (
    <Badge ton="brique" icone={<Users />}>
      {pluriel(nombre, 'compte')} au-delà du quota{de ? ` de ${de}` : ''}
    </Badge>
  )
}
