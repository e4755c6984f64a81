import { avecTravaux } from '@/lib/socle/base'
import { Prisma } from '@/lib/socle/prisma/client'

/** Rows of one transaction. */
export const parLot = 200

/** Calls a purge again while it takes a whole lot, and gives how much went in all. */
export async function enLots(purgerUnLot: () => Promise<number>): Promise<number> {
  let retires = 0
  for (;;) {
    const n = await purgerUnLot()
    retires += n
    if (n < parLot) return retires
  }
}

type Purge = (instant: Date, caisseId: string) => Prisma.Sql

const nature =
  (nom: string, deCaisse = false): Purge =>
  (instant, caisseId) =>
    Prisma.sql`ep_purger(${nom}, ${deCaisse ? caisseId : null}::uuid, ${instant}::timestamptz, ${parLot}::int)`

/** Purges of a caisse, by its settings, each under the name that its report gives it. */
export const purgesDeCaisse: Record<string, Purge> = {
  rendez_vous: nature('rendez_vous', true),
  courriels: nature('courriels', true),
  habilitations: nature('habilitations', true),
  // Who was registered goes; how many persons were trained stays, without names.
  formations: (instant, caisse) =>
    Prisma.sql`ep_purger_formations(${caisse}::uuid, ${instant}::timestamptz, ${parLot}::int)`,
  // The meetings of a convention: who was there, what was said and decided.
  copils: (instant, caisse) => Prisma.sql`ep_purger_copils(${caisse}::uuid, ${instant}::timestamptz, ${parLot}::int)`,
  // Names and free texts of the answers; what was ticked stays.
  questionnaires: (instant, caisse) =>
    Prisma.sql`ep_purger_questionnaires(${caisse}::uuid, ${instant}::timestamptz, ${parLot}::int)`,
}

const partout = [
  'revues',
  'incidents',
  'courriels',
  'sessions',
  'jetons',
  'appareils',
  'signaux',
  'droits',
  'lots',
  'mots',
]

/** Those of no caisse, the same for all. */
export const purgesPartout: Record<string, (instant: Date) => Prisma.Sql> = {
  ...Object.fromEntries(partout.map((nom) => [nom, (instant: Date) => nature(nom)(instant, '')])),
  // What did not work, long after the last word about it.
  support: (instant) => Prisma.sql`ep_purger_support(${instant}::timestamptz, ${parLot}::int)`,
}

/** Runs it to its end, and gives how many rows went. */
export const purger = (appel: Prisma.Sql): Promise<number> =>
  enLots(async () => {
    const [ligne] = await avecTravaux((tx) => tx.$queryRaw<{ n: number }[]>`SELECT ${appel} AS n`)
    return ligne?.n ?? 0
  })
