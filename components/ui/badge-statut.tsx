import { Badge, type TonBadge } from '@/components/ui/badge'
import { Ban, Check, CircleDot, CirclePause, CornerDownLeft, Pencil, Send } from '@/components/ui/icones'

export type EtatAffiche =
  | 'brouillon'
  | 'transmise'
  | 'prise_en_charge'
  | 'attente_complement'
  | 'complement_recu'
  | 'traitee'
  | 'annulee'

export type Cote = 'partenaire' | 'caisse'

type Aspect = { ton: TonBadge; Icone: typeof Send; mots: string }

const commun = {
  brouillon: { ton: 'pointille', Icone: Pencil, mots: 'Brouillon' },
  transmise: { ton: 'bleu', Icone: Send, mots: 'Transmise' },
  prise_en_charge: { ton: 'cyan', Icone: CircleDot, mots: 'Prise en charge' },
  traitee: { ton: 'contour', Icone: Check, mots: 'Traitée' },
} satisfies Partial<Record<EtatAffiche, Aspect>>

// The colour says who must act: the same state is coloured by side.
const aspects: Record<Cote, Record<EtatAffiche, Aspect>> = {
  partenaire: {
    ...commun,
    attente_complement: { ton: 'brique', Icone: CornerDownLeft, mots: 'Complément demandé' },
    complement_recu: commun.prise_en_charge,
    annulee: { ton: 'discret', Icone: Ban, mots: 'Annulée' },
  },
  caisse: {
    ...commun,
    attente_complement: { ton: 'papier', Icone: CirclePause, mots: 'En attente du partenaire' },
    complement_recu: { ton: 'brique', Icone: CornerDownLeft, mots: 'Complément reçu' },
    annulee: { ton: 'discret', Icone: Ban, mots: 'Annulée par le partenaire' },
  },
}

/**
 * The state of a demande, for the side that reads it.
 * `parVous`: the agent who reads follows it. `aPrendre`: in a view of the queue. `creneaux`: what is awaited from the
 * partenaire is the choice of a slot.
 */
export function StatutDemande({
  etat,
  cote,
  parVous,
  aPrendre,
  creneaux,
}: {
  etat: EtatAffiche
  cote: Cote
  parVous?: boolean
  aPrendre?: boolean
  creneaux?: boolean
}) {
  const { ton, Icone, mots } = aspects[cote][etat]
  const libelle =
    cote === 'caisse' && parVous && etat === 'prise_en_charge'
      ? 'Prise en charge par vous'
      : cote === 'caisse' && aPrendre && etat === 'transmise'
        ? 'À prendre'
        : cote === 'partenaire' && creneaux && etat === 'attente_complement'
          ? 'Créneaux proposés'
          : mots
  return (
    <Badge ton={ton} icone={<Icone />}>
      {libelle}
    </Badge>
  )
}
