import { PrismaPg } from '@prisma/adapter-pg'
import type { Transaction } from '@/lib/socle/base'
import { PrismaClient } from '@/lib/socle/prisma/client'
import { Hasard } from './hasard'

/** What every factory works with: where it writes, what it draws from, and when it is. */
export type Atelier = { tx: Transaction; hasard: Hasard; maintenant: Date }

export type AtelierOuvert = Atelier & { tx: PrismaClient; fermer(): Promise<void> }

/** Opens the factories on a database, under its owner role: the only one that may write everything. */
export function ouvrirAtelier(
  urlMigration: string,
  { graine = 'essai', maintenant = new Date() }: { graine?: string | number; maintenant?: Date } = {},
): AtelierOuvert {
  const tx = new PrismaClient({ adapter: new PrismaPg({ connectionString: urlMigration, max: 4 }) })
  return { tx, hasard: new Hasard(graine), maintenant, fermer: () => tx.$disconnect() }
}

/** A day before `maintenant` (after it when negative), for a column of type date. */
export function ilYA({ maintenant }: Pick<Atelier, 'maintenant'>, jours: number): Date {
  return new Date(new Date(maintenant.getTime() - jours * 86_400_000).toISOString().slice(0, 10))
}
