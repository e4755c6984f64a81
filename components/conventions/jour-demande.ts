import { lireRecherche } from '@/components/conventions/recherche'
import type { VueConvention } from '@/lib/conventions/queries-detail'
import { jourDemandeSchema } from '@/lib/conventions/schema'
import { enParties } from '@/lib/socle/jour'
import { ajouterJours, type DateIso } from '@/lib/socle/temps'

type Parties = { jour?: string; mois?: string; annee?: string }

/**
 * The day asked in the address. Without one, the next day when something changes: the day after an end, the day of an effect or
 * a renewal; else today.
 */
export function jourDemande(
  recherche: Record<string, string | string[] | undefined>,
  { jour, dates }: Pick<VueConvention, 'jour' | 'dates'>,
): { jour: DateIso | null; refus?: string; parties: Parties } {
  if (recherche['le.jour'] === undefined) {
    const prochaines = dates.flatMap((date) => {
      if (date.type === 'fin' && date.le >= jour) return [ajouterJours(date.le, 1)]
      return ['effet', 'utilisation_effet', 'reconduction'].includes(date.type) && date.le > jour ? [date.le] : []
    })
    const choisi = prochaines.sort()[0] ?? jour
    return { jour: choisi, parties: enParties(choisi) }
  }
  const lire = (cle: string) => (typeof recherche[`le.${cle}`] === 'string' ? String(recherche[`le.${cle}`]) : '')
  const parties = { jour: lire('jour'), mois: lire('mois'), annee: lire('annee') }
  const lu = jourDemandeSchema.safeParse(lireRecherche(recherche))
  if (!lu.success) return { jour: null, refus: lu.error.issues[0]?.message ?? '', parties }
  if (lu.data.le < jour)
    return { jour: null, refus: 'Choisissez aujourd’hui ou un jour à venir : le passé se lit dans les dates.', parties }
  return { jour: lu.data.le, parties }
}
