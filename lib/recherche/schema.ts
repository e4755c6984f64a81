import { z } from 'zod'
import { services } from '@/lib/demandes/modele'
import { rechercheSchema } from '@/lib/demandes/page'
import { estId } from '@/lib/socle/identifiants'

export const statutsCherches = ['ouvertes', 'closes'] as const

/** What the search page is asked for: as it stands in the address, with the words kept; what can't be read is ignored. */
export const criteresSchema = z.object({
  q: rechercheSchema.catch(''),
  /** Id of the words (see lib/recherche/mots-gardes.ts): an address bears it, and never them. */
  r: z.uuid().optional().catch(undefined),
  service: z.enum(services).optional().catch(undefined),
  statut: z.enum(statutsCherches).optional().catch(undefined),
  apres: z.string().max(80).optional().catch(undefined),
  /** A NIR was taken out of what was typed. */
  refus: z.literal('nir').optional().catch(undefined),
  /** The words are not kept any more. */
  perdue: z.literal('oui').optional().catch(undefined),
})

export type Criteres = z.output<typeof criteresSchema>

/** Last row seen: how well it answers, then its date of filing. */
export type Place = { niveau: number; le: Date; id: string }

/** An instant that PostgreSQL reads too: years of five digits, or before our era, are no date of a demande. */
const instant = z.coerce.date().min(new Date('2000-01-01')).max(new Date('2100-01-01'))
const placeSchema = z.tuple([z.coerce.number().int().min(1).max(4), instant, z.string().refine(estId)])

/** Reads a place of the address; anything else means the first page. */
export function lirePlace(texte: string | undefined): Place | null {
  const lu = placeSchema.safeParse(texte?.split('~'))
  return lu.success ? { niveau: lu.data[0], le: lu.data[1], id: lu.data[2] } : null
}

export function ecrirePlace({ niveau, le, id }: Place): string {
  return `${niveau}~${le.toISOString()}~${id}`
}

/** Address of a search, from the first page on. */
export function adresseRecherche(page: string, { r, service, statut, apres }: Partial<Criteres>): string {
  const parametres = new URLSearchParams()
  for (const [cle, valeur] of Object.entries({ r, service, statut, apres })) if (valeur) parametres.set(cle, valeur)
  return parametres.size > 0 ? `${page}?${parametres}` : page
}
