import type { DateIso } from '@/lib/socle/temps'

/** A calendar day in the three fields of a form. */
export type JourEnParties = { jour: string; mois: string; annee: string }

/** A column of type date, as an ISO day. */
export function jourDe<D extends Date | null | undefined>(date: D): D extends Date ? DateIso : DateIso | null {
  return (date?.toISOString().slice(0, 10) ?? null) as D extends Date ? DateIso : DateIso | null
}

/** An ISO day, for a column of type date. */
export const enDate = (jour: DateIso): Date => new Date(`${jour}T00:00:00Z`)

/** «2026-04-01» as it would be typed, «1», «4», «2026»; three empty fields without a day. */
export function enParties(jour: DateIso | null | undefined): JourEnParties {
  const [annee = '', mois = '', quantieme = ''] = jour?.split('-') ?? []
  return { jour: quantieme.replace(/^0/, ''), mois: mois.replace(/^0/, ''), annee }
}
