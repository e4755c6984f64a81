import type { Periode } from '@/lib/bilan/modele'
import { enAdresse } from '@/lib/bilan/periode'
import type { DateIso } from '@/lib/socle/temps'

/** The period of a COPIL, as its row keeps it. */
type PeriodeDeCopil = { du: DateIso; au: DateIso; periode: string; libelle: string }

export function periodeDuCopil({ du, au, periode, libelle }: PeriodeDeCopil): Periode {
  const genre = periode === 'libre' ? 'libre' : periode.startsWith('convention-') ? 'convention' : 'annee'
  return { genre: periode.includes('-T') ? 'trimestre' : genre, cle: periode, du, au, libelle }
}

/** Its page, on either side; `fait`: what has just been done there. */
export function adresseDuCopil(
  cote: 'caisse' | 'partenaire',
  { caisseId, partenaireId }: { caisseId: string; partenaireId: string },
  periode: Periode,
  fait?: string,
): string {
  const suite: Record<string, string> = fait ? { fait } : {}
  return cote === 'caisse'
    ? `/caisse/bilans/${partenaireId}/copil?${enAdresse(periode, suite)}`
    : `/bilan/copil?${enAdresse(periode, { caisse: caisseId, ...suite })}`
}
