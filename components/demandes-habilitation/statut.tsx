import { Badge, type TonBadge } from '@/components/ui/badge'
import type { Cote } from '@/components/ui/badge-statut'
import { Ban, Check, CircleX, Send } from '@/components/ui/icones'
import { libellesEtat } from '@/lib/demandes-habilitation/libelles'
import type { EtatDemande } from '@/lib/demandes-habilitation/regles'

const aspects: Record<EtatDemande, { partenaire: TonBadge; caisse: TonBadge; Icone: typeof Send }> = {
  deposee: { partenaire: 'bleu', caisse: 'bleu', Icone: Send },
  appliquee: { partenaire: 'contour', caisse: 'contour', Icone: Check },
  // For who asked, a refusal is something to read and to act on.
  refusee: { partenaire: 'brique', caisse: 'discret', Icone: CircleX },
  retiree: { partenaire: 'discret', caisse: 'discret', Icone: Ban },
}

/** The state of a request about a gestionnaire account, for the side that reads it. */
export function StatutHabilitation({ etat, cote }: { etat: EtatDemande; cote: Cote }) {
  const { Icone, ...tons } = aspects[etat]
  return (
    <Badge ton={tons[cote]} icone={<Icone />}>
      {libellesEtat[etat]}
    </Badge>
  )
}
