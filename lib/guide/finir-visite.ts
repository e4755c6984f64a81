import type { z } from 'zod'
import { garderPreferences } from '@/lib/comptes/enregistrer-preferences'
import type { visiteSchema } from '@/lib/guide/schema'
import { accueilDe } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'

/** The tour is offered no more. One that was gone through stays so, though it is taken again and left. */
export async function finirVisite(contexte: Contexte, { issue }: z.output<typeof visiteSchema>): Promise<Suite> {
  const premiereVisite = contexte.acteur.premiereVisite === 'faite' ? 'faite' : issue
  await garderPreferences(contexte, { premiereVisite })
  return { vers: accueilDe(contexte.acteur), journal: { details: { issue } } }
}
