import { setTimeout as attendre } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { avecPerimetre, baseWeb, lireAvecPerimetre, type Transaction } from '@/lib/socle/base'
import { conditionSql } from '@/lib/socle/condition-sql'
import { Prisma } from '@/lib/socle/prisma/client'
import { baseDeTest } from '@/tests/base-de-test'

await baseDeTest()

async function compteVu(tx: Pick<Transaction, '$queryRaw'>): Promise<string | null> {
  const [ligne] = await tx.$queryRaw<{ compte: string | null }[]>`SELECT current_setting('ep.compte', true) AS compte`
  return ligne?.compte ?? null
}

test('a hundred perimeters at once over twenty connections: each sees its own, from its first read to its last', async () => {
  const comptes = Array.from({ length: 100 }, (_, rang) => `compte ${rang} d’essai`)
  const vus = await Promise.all(
    comptes.map((compteId, rang) =>
      avecPerimetre({ profil: 'technicien', compteId }, async (tx) => {
        const premiere = await compteVu(tx)
        await attendre(rang % 7)
        return [premiere, ...(await Promise.all([compteVu(tx), compteVu(tx)]))]
      }),
    ),
  )
  expect(vus).toEqual(comptes.map((compte) => [compte, compte, compte]))
})

test('nothing of a perimeter is left on its connection, whether it ended well or not', async () => {
  await expect(
    avecPerimetre({ profil: 'technicien', compteId: 'celui d’avant' }, () => Promise.reject(new Error('refus'))),
  ).rejects.toThrow('refus')
  await avecPerimetre({ profil: 'technicien', compteId: 'celui d’avant' }, compteVu)
  const restes = await Promise.all(Array.from({ length: 40 }, () => compteVu(baseWeb())))
  expect(restes.filter(Boolean)).toEqual([])
})

test('a perimeter opened within another has its own settings, and a plain transaction has none', async () => {
  const vus = await avecPerimetre({ profil: 'technicien', compteId: 'dehors' }, async (tx) => [
    await avecPerimetre({ profil: 'technicien', compteId: 'dedans' }, compteVu),
    await baseWeb().$transaction(compteVu),
    await compteVu(tx),
  ])
  expect([vus[0], vus[1] || null, vus[2]]).toEqual(['dedans', null, 'dehors'])
})

test('two copies of the module, as a built server holds, open perimeters on the same connections', async () => {
  await avecPerimetre({ profil: 'technicien', compteId: 'première' }, compteVu)
  vi.resetModules()
  const copie = await import('@/lib/socle/base')
  expect(copie.avecPerimetre).not.toBe(avecPerimetre)
  expect(copie.baseWeb()).toBe(baseWeb())
  expect(await copie.avecPerimetre({ profil: 'technicien', compteId: 'seconde' }, compteVu)).toBe('seconde')
})

test('a quote in a setting remains a quote', async () => {
  const compteId = `'; SELECT set_config('ep.profil', 'connexion', true); --\\`
  expect(await avecPerimetre({ profil: 'technicien', compteId }, compteVu)).toBe(compteId)
})

const compteLu = async (compteId: string) => {
  const requete = Prisma.sql`SELECT current_setting('ep.compte', true) AS compte`
  return (await lireAvecPerimetre<{ compte: string }>({ profil: 'technicien', compteId }, requete))[0]?.compte
}

test('a hundred direct reads at once: each in its own perimeter, and nothing is left of them', async () => {
  const comptes = Array.from({ length: 100 }, (_, rang) => `compte ${rang}`)
  expect(await Promise.all(comptes.map(compteLu))).toEqual(comptes)
  expect((await Promise.all(Array.from({ length: 40 }, () => compteVu(baseWeb())))).filter(Boolean)).toEqual([])
})

test('a direct read writes nothing, and its failure spares the connection', async () => {
  const perimetre = { profil: 'connexion' } as const
  const ecriture = Prisma.sql`UPDATE session SET "vueLe" = now()`
  await expect(lireAvecPerimetre(perimetre, ecriture)).rejects.toThrow(/read-only/)
  await expect(lireAvecPerimetre(perimetre, Prisma.sql`SELECT 1 / ${0}::int`)).rejects.toThrow(/zero/)
  expect(await Promise.all(Array.from({ length: 30 }, (_, rang) => compteLu(`c${rang}`)))).toHaveLength(30)
  expect(await compteVu(baseWeb())).toBeFalsy()
})

test('a condition of Prisma is the same in SQL, and stops on what it does not know', () => {
  const jour = new Date('2026-03-02')
  const { sql, values } = conditionSql({
    caisseId: 'c',
    agentId: null,
    urgent: undefined,
    AND: { ouverte: true, triLe: { gte: jour }, OR: [{ nom: { contains: '5%_' } }, { equipeId: { in: ['e'] } }] },
  })
  expect(sql).toBe(
    `("caisseId" = ? AND "agentId" IS NULL AND ("ouverte" = true AND "triLe" >= ? AND (("nom" LIKE ?) OR ("equipeId" = ANY (?)))))`,
  )
  expect(values).toEqual(['c', jour.toISOString(), '%5\\%\\_%', ['e']])
  expect(() => conditionSql({ etat: { not: 'close' } })).toThrow('etat not')
})
