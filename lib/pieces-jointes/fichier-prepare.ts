import { effacerFichier, rangerFichier } from '@/lib/pieces-jointes/coffre'
import { avecTravaux, baseTravaux, type Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { logs } from '@/lib/socle/logs'
import type { Prisma } from '@/lib/socle/prisma/client'

/*
 * A file that is asked for, made by the worker while its row says how far it is, encrypted in the storage, downloaded for some
 * days, then expired. Its row, in a table of its own, is what says who may have it.
 */
type Etape = { etat?: string; pretLe?: Date; expireLe?: Date; faits?: number; total?: number; taille?: number }
type Table = {
  update(args: { where: { id: string }; data: Etape & Partial<Cle> }): PromiseLike<unknown>
  findMany(args: { where: Filtre; select: { id: true } }): PromiseLike<{ id: string }[]>
  deleteMany(args: { where: { id: string } }): PromiseLike<unknown>
}
type Filtre = Prisma.ExportWhereInput & Prisma.ExportPersonneWhereInput
type Cle = { cleEnveloppee: Uint8Array<ArrayBuffer>; cleVersion: number }

const tables = {
  liste: (tx: Transaction): Table => tx.export,
  copie: (tx: Transaction): Table => tx.exportPersonne,
}

type Preparation = {
  sorte: keyof typeof tables
  id: string
  maintenant: Date
  /** Days it waits to be downloaded. */
  gardeJours: number
  /** `avancer` says that so many rows or files more are in it. */
  ecrire: (avancer: (n: number) => Promise<void>) => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>
  /** In the transaction that says it is ready, at its end. */
  pret?: (tx: Transaction) => Promise<void>
}

/** Makes the file and says it is ready, or that it failed. */
export async function preparerFichier({ sorte, id, maintenant, gardeJours, ecrire, pret }: Preparation): Promise<void> {
  const noter = tables[sorte](baseTravaux())
  let [faits, taille] = [0, 0]
  try {
    const morceaux = await ecrire(async (n) => {
      faits += n
      await noter.update({ where: { id }, data: { faits } })
    })
    async function* peser(): AsyncGenerator<Uint8Array> {
      for await (const morceau of morceaux) {
        taille += morceau.length
        yield morceau
      }
    }
    const enveloppe = await rangerFichier(id, peser())
    const expireLe = new Date(maintenant.getTime() + gardeJours * 86_400_000)
    await avecTravaux(async (tx) => {
      const data = { etat: 'pret', pretLe: maintenant, expireLe, faits, total: faits, taille, ...enveloppe }
      await tables[sorte](tx).update({ where: { id }, data })
      await pret?.(tx)
    })
  } catch (erreur) {
    await effacerFichier(id)
    await noter.update({ where: { id }, data: { etat: 'echec' } })
    logs.error({ sorte, id, erreur: erreur instanceof Error ? erreur.name : 'inconnue' }, 'fichier non préparé')
  }
}

type Rangee = { [colonne in keyof Cle]: Cle[colonne] | null } & { expireLe: Date | null }

/** Throws `introuvable` for a file that is not ready, and with the words `expire` for one past its time. */
export function exigerPret<R extends Rangee>(
  rangee: R | null,
  maintenant: Date,
  expire: string,
): asserts rangee is R & Cle {
  if (!rangee?.cleEnveloppee || !rangee.cleVersion || !rangee.expireLe) throw new ErreurMetier('introuvable')
  if (rangee.expireLe <= maintenant) throw new ErreurMetier('introuvable', expire)
}

/** Removes the files past their time, and gives how many. What was being made for a day is given up. */
export async function expirerFichiersPrepares(maintenant: Date): Promise<number> {
  const veille = new Date(maintenant.getTime() - 86_400_000)
  let expires = 0
  for (const table of Object.values(tables).map((une) => une(baseTravaux()))) {
    const finis = await table.findMany({
      where: { OR: [{ expireLe: { lte: maintenant } }, { etat: { not: 'pret' }, demandeLe: { lt: veille } }] },
      select: { id: true },
    })
    for (const { id } of finis) {
      // Its key first: what is left of it can then be read by nobody.
      await table.deleteMany({ where: { id } })
      await effacerFichier(id)
    }
    expires += finis.length
  }
  return expires
}

/** Those of these files that a row still knows. */
export async function fichiersPreparesParmi(ids: readonly string[]): Promise<{ id: string }[]> {
  const trouves = Object.values(tables).map((table) =>
    table(baseTravaux()).findMany({ where: { id: { in: [...ids] } }, select: { id: true } }),
  )
  return (await Promise.all(trouves)).flat()
}
