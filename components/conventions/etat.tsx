import { Badge, type TonBadge } from '@/components/ui/badge'
import { Ban, CalendarX, Check, CircleDot, Pencil, TriangleAlert } from '@/components/ui/icones'
import { libelleDeLEtat } from '@/lib/conventions/libelles'

const allures: Record<string, { ton: TonBadge; Icone: typeof Check }> = {
  brouillon: { ton: 'pointille', Icone: Pencil },
  signee: { ton: 'bleu', Icone: Check },
  en_vigueur: { ton: 'cyan', Icone: CircleDot },
  denoncee: { ton: 'brique', Icone: CalendarX },
  mise_en_demeure: { ton: 'brique', Icone: TriangleAlert },
  resiliee: { ton: 'discret', Icone: Ban },
  echue: { ton: 'contour', Icone: Check },
}

export function EtatConvention({ etat, mots }: { etat: string; mots?: string }) {
  const { ton, Icone } = allures[etat] ?? { ton: 'papier' as const, Icone: CircleDot }
  return (
    <Badge ton={ton} icone={<Icone />}>
      {mots ?? libelleDeLEtat(etat)}
    </Badge>
  )
}

/** What a convention is as a whole, then what one caisse has decided for itself. */
export function EtatsDesParts({ parts }: { parts: { etat: string }[] }) {
  if (parts.every(({ etat }) => etat === parts[0]?.etat)) return <EtatConvention etat={parts[0]?.etat ?? 'brouillon'} />
  const compter = (voulu: string) => parts.filter(({ etat }) => etat === voulu).length
  const autres = ['mise_en_demeure', 'denoncee', 'resiliee', 'echue', 'brouillon'].filter((etat) => compter(etat) > 0)
  // Denounced or under mise en demeure, a part is still in force.
  const commun = parts.some(({ etat }) => ['en_vigueur', 'denoncee', 'mise_en_demeure'].includes(etat))
    ? 'en_vigueur'
    : 'signee'
  const mots: Record<string, string> = {
    mise_en_demeure: 'Mise en demeure par',
    denoncee: 'Dénoncée par',
    resiliee: 'Résiliée par',
    echue: 'Échue pour',
    brouillon: 'À signer par',
  }
  return (
    <>
      <EtatConvention etat={commun} />
      {autres.map((etat) => (
        <EtatConvention
          key={etat}
          etat={etat}
          mots={`${mots[etat]} ${compter(etat)} caisse${compter(etat) > 1 ? 's' : ''} sur ${parts.length}`}
        />
      ))}
    </>
  )
}
