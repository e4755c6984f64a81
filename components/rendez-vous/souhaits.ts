import { z } from 'zod'
import type { JourACocher } from '@/components/rendez-vous/cases-par-jour'
import { demiJourneeDe } from '@/lib/rendez-vous/heures'
import { ouSeTient } from '@/lib/rendez-vous/libelles'
import { dateLongue, heure } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

const souhaitsSchema = z.object({
  mode: z.string().optional(),
  pasAvant: z.string().optional(),
  disponibilites: z.array(z.string()).optional(),
})

export type Souhaits = z.output<typeof souhaitsSchema>

/** What the person asked for, in a demande of rendez-vous; null for the other services. */
export function lireSouhaits(service: string, details: unknown): Souhaits | null {
  if (service !== 'rendez_vous') return null
  return souhaitsSchema.safeParse(details).data ?? null
}

type Creneau = { id: string; mode: string; lieu: string | null; debutLe: Date; finLe: Date }

/** Whether a slot is held as wished, on a half-day that suits, not before the day given. */
export function convient(
  { mode, debutLe }: Omit<Creneau, 'id' | 'lieu' | 'finLe'>,
  souhaits: Souhaits | null,
): boolean {
  if (!souhaits) return true
  const demiJournee = demiJourneeDe(debutLe)
  return (
    (!souhaits.mode || souhaits.mode === mode) &&
    (!souhaits.pasAvant || dateAParis(debutLe) >= souhaits.pasAvant) &&
    (!souhaits.disponibilites?.length || (demiJournee !== null && souhaits.disponibilites.includes(demiJournee)))
  )
}

/** Slots by day, in words. `qui`: who holds it, said where it matters. */
export function parJour<C extends Creneau>(creneaux: C[], qui?: (creneau: C) => string | undefined): JourACocher[] {
  const jours = new Map<string, JourACocher>()
  for (const creneau of creneaux) {
    const jour = dateLongue(dateAParis(creneau.debutLe))
    const groupe = jours.get(jour) ?? { jour, creneaux: [] }
    jours.set(jour, groupe)
    groupe.creneaux.push({
      valeur: creneau.id,
      heures: `${heure(creneau.debutLe)} – ${heure(creneau.finLe)}`,
      ou: [ouSeTient(creneau), qui?.(creneau)].filter(Boolean).join(', '),
    })
  }
  // Said once where it is the same all day.
  return [...jours.values()].map((groupe) => {
    const [premier] = groupe.creneaux
    if (!premier?.ou || groupe.creneaux.some(({ ou }) => ou !== premier.ou)) return groupe
    return { jour: `${groupe.jour}. ${premier.ou}`, creneaux: groupe.creneaux.map((c) => ({ ...c, ou: '' })) }
  })
}
