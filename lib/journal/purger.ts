import { journaliser } from '@/lib/journal/ecrire'
import { type Point, signerPoint } from '@/lib/journal/points'
import { clesJournal } from '@/lib/journal/sceau'
import { avecTravaux, type Transaction } from '@/lib/socle/base'

const lignesParPoint = 50_000

/**
 * Removes the rows that are past the time they are kept (a national setting, 12 months), the oldest first, and leaves a signed
 * checkpoint the chain goes on from (règles du domaine, §9). Gives how many went. The database itself refuses a younger row.
 */
export async function purgerJournal(maintenant: Date, parPoint = lignesParPoint): Promise<number> {
  let retirees = 0
  for (;;) {
    const lot = await avecTravaux((tx) => purgerUnLot(tx, maintenant, parPoint), 120_000)
    retirees += lot
    if (lot < parPoint) return retirees
  }
}

async function purgerUnLot(tx: Transaction, maintenant: Date, parPoint: number): Promise<number> {
  const [cle] = clesJournal()
  const premiere = await tx.journal.findFirst({ orderBy: { id: 'asc' }, select: { id: true, le: true } })
  if (!cle || !premiere) return 0
  const [borne] = await tx.$queryRaw<{ rang: bigint }[]>`
    SELECT ep_journal_rang(${maintenant}::timestamptz - make_interval(months => ep_journal_mois())) AS rang`
  const dernierRang = (borne?.rang ?? 0n) - 1n
  const rang = dernierRang < premiere.id + BigInt(parPoint) ? dernierRang : premiere.id + BigInt(parPoint) - 1n
  if (rang < premiere.id) return 0
  const derniere = await tx.journal.findUniqueOrThrow({ where: { id: rang }, select: { sceau: true, le: true } })
  const point: Point = {
    rang,
    premierRang: premiere.id,
    sceau: derniere.sceau,
    nombre: Number(rang - premiere.id) + 1,
    debutLe: premiere.le,
    finLe: derniere.le,
    faitLe: maintenant,
  }
  const signature = new Uint8Array(signerPoint(point, cle))
  await tx.$queryRaw`
    SELECT ep_journal_purger(${rang}::bigint, ${derniere.sceau}, ${signature}, ${cle.version}::int, ${maintenant}::timestamptz)`
  await journaliser(tx, {
    action: 'journal.purge',
    profil: 'automatique',
    details: { jusquAuRang: String(rang), lignes: point.nombre },
  })
  return point.nombre
}
