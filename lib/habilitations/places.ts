import { z } from 'zod'
import { compterPlaces, type Places, quotaGestionnaires, quotaTechniciens } from '@/lib/habilitations/regles'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import type { DateIso } from '@/lib/socle/temps'

const rang = z.object({
  membres: z.number(),
  gestionnaires: z.number(),
  techniciens: z.number(),
  quotaTechniciens: z.boolean(),
})

export type PlacesStructure = { membres: number; gestionnaires: Places; techniciens: Places }

/**
 * Seats of a structure, held by every account that is not inactive. Techniciens are limited when at least one caisse bound by
 * a live convention sets it. The same for all who ask, whatever they may see.
 */
export async function placesDeLaStructure(
  tx: Transaction,
  structureId: string,
  jour: DateIso,
): Promise<PlacesStructure> {
  const [lu] = await tx.$queryRaw<unknown[]>`SELECT * FROM ep_places(${structureId}::uuid, ${jour}::date)`
  if (!lu) throw new ErreurMetier('introuvable')
  const { membres, gestionnaires, techniciens, quotaTechniciens: limites } = rang.parse(lu)
  return {
    membres,
    gestionnaires: compterPlaces(quotaGestionnaires(membres), gestionnaires),
    techniciens: compterPlaces(limites ? quotaTechniciens(membres) : null, techniciens),
  }
}

/** Whoever creates, closes or brings back an account of the structure comes one after the other. */
export async function verrouillerPlaces(tx: Transaction, structureId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`places ${structureId}`}, 0))::text`
}

const noms = { gestionnaire: ['gestionnaire', 'gestionnaires'], technicien: ['technicien', 'techniciens'] } as const

/** Refuses `voulues` more accounts than the quota allows, in words: the quota, the members, and what to do. */
export async function exigerPlaces(
  tx: Transaction,
  { structureId, profil, voulues = 1, jour }: { structureId: string; profil: Profil; voulues?: number; jour: string },
): Promise<void> {
  const places = await placesDeLaStructure(tx, structureId, jour)
  const { quota, occupees, libres } = profil === 'gestionnaire' ? places.gestionnaires : places.techniciens
  if (quota === null || libres === null || libres >= voulues) return
  const plusieurs = voulues > 1 ? ` Le fichier en demande ${voulues}\u00a0: il reste ${enPlaces(libres)}.` : ''
  throw new ErreurMetier(
    'etat_change',
    `Le quota est de ${quota} comptes de ${noms[profil][1]} pour ${places.membres} membres déclarés, et ${occupees} ${occupees > 1 ? 'sont occupés' : 'est occupé'}.${plusieurs} ` +
      `Inactivez un compte qui ne sert plus, ou demandez à la caisse de mettre à jour le nombre de membres.`,
  )
}

export type Profil = keyof typeof noms

const enPlaces = (libres: number) => (libres === 0 ? 'aucune place' : `${libres} ${libres > 1 ? 'places' : 'place'}`)
