import type { TonBadge } from '@/components/ui/badge'
import { dateAvecAnnee } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

type Version = { etat: string; enVigueur?: boolean; publieeLe: Date | null }

export function etatCgu({ etat, enVigueur, publieeLe }: Version): { mot: string; ton: TonBadge } {
  if (etat === 'brouillon' || !publieeLe) return { mot: 'Brouillon', ton: 'pointille' }
  const jour = dateAvecAnnee(dateAParis(publieeLe))
  if (etat === 'prevue') return { mot: `Prévue le ${jour}`, ton: 'bleu' }
  return { mot: `${enVigueur ? 'En vigueur depuis le' : 'Publiée le'} ${jour}`, ton: enVigueur ? 'cyan' : 'papier' }
}
