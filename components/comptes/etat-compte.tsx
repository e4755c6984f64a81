import { Badge, type TonBadge } from '@/components/ui/badge'
import { Ban, Check, MailWarning } from '@/components/ui/icones'
import { libellesEtatCompte } from '@/lib/comptes/libelles'

const comptes: Record<string, [TonBadge, typeof Check]> = {
  actif: ['cyan', Check],
  attente_activation: ['brique', MailWarning],
  inactif: ['papier', Ban],
}

/** `refusee`: the invitation came back. */
export function EtatCompte({ etat, refusee }: { etat: string; refusee?: boolean }) {
  const [ton, Icone] = comptes[etat] ?? ['papier', Ban]
  return (
    <Badge ton={ton} icone={<Icone />}>
      {refusee ? 'Invitation non remise' : (libellesEtatCompte[etat] ?? etat)}
    </Badge>
  )
}
