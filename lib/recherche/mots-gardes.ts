import { randomUUID } from 'node:crypto'
import { rechercheSchema } from '@/lib/demandes/page'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, baseTravaux, lireAvecPerimetre } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import { Prisma } from '@/lib/socle/prisma/client'

/** A working day: time to come back to what was searched for, in hours. */
const GARDE_HEURES = 12

const depuis = (maintenant: Date) => new Date(maintenant.getTime() - GARDE_HEURES * 3_600_000)

/** Keeps what was typed in a search box for its account alone, and gives the id that stands for it in an address. */
export async function garderMots(acteur: Acteur, mots: string, maintenant: Date): Promise<string> {
  const id = randomUUID()
  const { compteId } = acteur
  await avecPerimetre(perimetre(acteur), async (tx) => {
    await tx.rechercheGardee.deleteMany({ where: { compteId, creeeLe: { lt: depuis(maintenant) } } })
    await tx.rechercheGardee.createMany({ data: [{ id, compteId, mots, creeeLe: maintenant }] })
  })
  return id
}

type Parametres = Record<string, unknown>

/**
 * Parameters of an address with the words that its `r` stands for, as `q`. Words standing in the address itself are not read:
 * an address is kept by browsers, proxies and logs. Without `r`, nothing is asked of the database.
 */
export async function avecMots(acteur: Acteur, parametres: Parametres, maintenant = new Date()): Promise<Parametres> {
  const { q: _, r, ...reste } = parametres
  if (typeof r !== 'string' || !estId(r)) return reste
  const [gardee] = await lireAvecPerimetre<{ mots: string }>(
    perimetre(acteur),
    Prisma.sql`SELECT mots FROM recherche_gardee WHERE id = ${r}::uuid AND "creeeLe" > ${depuis(maintenant)}::timestamptz`,
  )
  return gardee ? { ...reste, q: rechercheSchema.catch('').parse(gardee.mots), r } : { ...reste, perdue: 'oui' }
}

/** Forgets the words kept long enough. Run every hour: none is older than a day. */
export async function oublierRecherches(maintenant: Date): Promise<void> {
  await baseTravaux().rechercheGardee.deleteMany({ where: { creeeLe: { lt: depuis(maintenant) } } })
}
