import { z } from 'zod'
import { estRecente, situationDe } from '@/lib/actualites/regles'
import { etatDeMaintenance } from '@/lib/maintenance/etat'
import { caisseDeLaPublication, estPourMoi, tient } from '@/lib/publications/audience'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'

const parPage = 20

export const pageSchema = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) })

const caisse = { select: { nom: true } } as const

/** Published and not over, of those the database lets the acteur read. */
const enLigne = (maintenant: Date) => ({
  etat: 'publiee',
  OR: [{ finLe: null }, { finLe: { gt: maintenant } }],
})

/** What is published for the acteur, the last first; `nouvelle`: not opened yet. */
export function actualitesALire(acteur: Acteur, page: number, maintenant: Date) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const lues = await tx.actualite.findMany({
      where: enLigne(maintenant),
      include: { caisse },
      orderBy: [{ publieeLe: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * parPage,
      take: parPage + 1,
    })
    return {
      suite: lues.length > parPage,
      actualites: await avecMarque(tx, acteur, lues.slice(0, parPage), maintenant),
    }
  })
}

export type ActualiteListee = Awaited<ReturnType<typeof actualitesALire>>['actualites'][number]

async function avecMarque<A extends { id: string; profils: string[]; publieeLe: Date | null }>(
  tx: Transaction,
  acteur: Acteur,
  actualites: A[],
  maintenant: Date,
) {
  const lectures = await tx.lectureActualite.findMany({
    where: { compteId: acteur.compteId, actualiteId: { in: actualites.map(({ id }) => id) } },
    select: { actualiteId: true },
  })
  const ouvertes = new Set(lectures.map(({ actualiteId }) => actualiteId))
  return actualites.map((actualite) => ({
    ...actualite,
    nouvelle:
      !ouvertes.has(actualite.id) &&
      estPourMoi(acteur, actualite.profils) &&
      actualite.publieeLe !== null &&
      estRecente(actualite.publieeLe, maintenant),
  }))
}

/** Pinned ones, for the first page of their readers. */
export function actualitesEpinglees(acteur: Acteur, maintenant: Date) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const lues = await tx.actualite.findMany({
      where: { ...enLigne(maintenant), epinglee: true },
      include: { caisse },
      orderBy: [{ publieeLe: 'desc' }, { id: 'desc' }],
    })
    return lues.filter(({ profils }) => estPourMoi(acteur, profils)).slice(0, 3)
  })
}

/** One actualité: what is published, or what the acteur holds. Null outside. */
export function actualiteALire(acteur: Acteur, id: string, maintenant: Date) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const actualite = await tx.actualite.findUnique({ where: { id }, include: { caisse } })
    if (!actualite) return null
    const tenue = tient(acteur, actualite.caisseId)
    const situation = situationDe(actualite, maintenant)
    return { ...actualite, tenue, situation, nomsCaisses: tenue ? await nomsDe(tx, actualite.caisses) : [] }
  })
}

export type ActualiteLue = NonNullable<Awaited<ReturnType<typeof actualiteALire>>>

/** Opened by the acteur, unless the portal is read only. Gives how many it has not opened now. */
export async function marquerLue(
  acteur: Acteur,
  { id, situation, profils, publieeLe }: ActualiteLue,
  maintenant: Date,
): Promise<number> {
  if (situation !== 'publiee' || (await etatDeMaintenance(maintenant)).enCours) return acteur.nouvelles
  const { count } = await avecPerimetre(perimetre(acteur), (tx) =>
    tx.lectureActualite.createMany({
      data: [{ actualiteId: id, compteId: acteur.compteId, lueLe: maintenant }],
      skipDuplicates: true,
    }),
  )
  const comptee = estPourMoi(acteur, profils) && publieeLe !== null && estRecente(publieeLe, maintenant)
  return acteur.nouvelles - (comptee ? count : 0)
}

const nomsDe = async (tx: Transaction, ids: string[]): Promise<string[]> =>
  ids.length === 0
    ? []
    : (await tx.caisse.findMany({ where: { id: { in: ids } }, select: { nom: true }, orderBy: { nom: 'asc' } })).map(
        ({ nom }) => nom,
      )

export const vueSchema = pageSchema.extend({
  vue: z.enum(['preparation', 'en_ligne', 'passees']).catch('preparation').default('preparation'),
})

/** What the acteur holds: being prepared, read now, or over. */
export function actualitesTenues(acteur: Acteur, { vue, page }: z.output<typeof vueSchema>, maintenant: Date) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const vues = {
      preparation: { etat: { in: ['brouillon', 'programmee'] } },
      en_ligne: enLigne(maintenant),
      passees: { OR: [{ etat: 'retiree' }, { etat: 'publiee', finLe: { lte: maintenant } }] },
    }
    const lues = await tx.actualite.findMany({
      where: { caisseId: caisseDeLaPublication(acteur), ...vues[vue] },
      orderBy: [vue === 'preparation' ? { creeeLe: 'desc' } : { publieeLe: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * parPage,
      take: parPage + 1,
    })
    return {
      suite: lues.length > parPage,
      actualites: lues.slice(0, parPage).map((lue) => ({ ...lue, situation: situationDe(lue, maintenant) })),
    }
  })
}

export type ActualiteTenue = Awaited<ReturnType<typeof actualitesTenues>>['actualites'][number]

/** Caisses an administrateur may choose; none for anybody else. */
export function caissesAChoisir(acteur: Acteur): Promise<{ id: string; nom: string }[]> {
  if (acteur.profil !== 'administrateur') return Promise.resolve([])
  return avecPerimetre(perimetre(acteur), (tx) =>
    tx.caisse.findMany({ select: { id: true, nom: true }, orderBy: { nom: 'asc' } }),
  )
}
