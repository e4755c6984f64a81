import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { memoireBreve, oublierSous } from '@/lib/socle/memoire-breve'

const memoire = memoireBreve<number>('essai')
const lecture = vi.fn<() => Promise<number>>()
const lire = (cle = 'a') => memoire.lire(cle, lecture)
const avancer = (ms: number) => vi.setSystemTime(Date.now() + ms)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  for (const cle of ['a', 'b']) memoire.oublier(cle)
  let n = 0
  lecture.mockReset().mockImplementation(async () => {
    n += 1
    return n
  })
})
afterEach(() => vi.useRealTimers())

it('reads once for all who ask, each key apart', async () => {
  expect(await Promise.all([lire(), lire(), lire('b')])).toEqual([1, 1, 2])
  avancer(4_999)
  expect(await lire()).toBe(1)
})

it('after five seconds reads again while it still answers; after ten makes one wait', async () => {
  expect(await lire()).toBe(1)
  avancer(5_000)
  expect(await Promise.all([lire(), lire()])).toEqual([1, 1])
  await vi.waitFor(async () => expect(await lire()).toBe(2))
  avancer(10_000)
  expect(await lire()).toBe(3)
  expect(lecture).toHaveBeenCalledTimes(3)
})

it('keeps no failure: neither the first reading nor one made again', async () => {
  lecture.mockRejectedValueOnce(new Error('base arrêtée'))
  await expect(lire()).rejects.toThrow('base arrêtée')
  expect(await lire()).toBe(1)
  avancer(5_000)
  lecture.mockRejectedValueOnce(new Error('base arrêtée'))
  expect(await lire()).toBe(1)
  await vi.waitFor(async () => expect(await lire()).toBe(2))
})

it('forgets one key, or what all of them keep under it; a reading begun before does not come back', async () => {
  const autre = memoireBreve<number>('autre essai')
  const lireAutre = () => autre.lire('a', lecture)
  expect([await lire(), await lireAutre(), await lire('b')]).toEqual([1, 2, 3])
  avancer(5_000)
  let finir = (_: number) => {}
  lecture.mockImplementationOnce(() => new Promise((ok) => (finir = ok)))
  expect(await lire()).toBe(1)
  oublierSous('a')
  expect([await lire(), await lireAutre(), await lire('b')]).toEqual([4, 5, 3])
  finir(99)
  await Promise.resolve()
  expect(await lire()).toBe(4)
})

it('knows nothing of another database', async () => {
  expect(await lire()).toBe(1)
  vi.stubEnv('DATABASE_URL', 'postgresql://ailleurs')
  expect(await lire()).toBe(2)
  vi.unstubAllEnvs()
})
