import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { compter, debiter } from '@/lib/debits/debiter'
import { limites } from '@/lib/debits/limites'
import { oublierDebits } from '@/lib/debits/oublier-debits'
import { avecConnexion } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { baseDeTest } from '@/tests/base-de-test'

const base = await baseDeTest()
const proprietaire = new pg.Pool({ connectionString: base.migration, max: 1 })
afterAll(() => proprietaire.end())
const midi = new Date('2026-11-22T11:00:00Z')
const apres = (secondes: number) => new Date(midi.getTime() + secondes * 1000)

describe('bounds of what can be asked for', () => {
  it('accept the number they say at once, then one by one as time passes', async () => {
    const { nombre, secondes } = limites.signalement
    for (let rang = 0; rang < nombre; rang += 1)
      expect(await compter('signalement', { sujet: 'a', maintenant: midi })).toBe(0)
    const attente = await compter('signalement', { sujet: 'a', maintenant: midi })
    expect(attente).toBe(secondes / nombre)
    expect(await compter('signalement', { sujet: 'a', maintenant: apres(attente - 1) })).toBe(1)
    expect(await compter('signalement', { sujet: 'a', maintenant: apres(attente) })).toBe(0)
    expect(await compter('signalement', { sujet: 'a', maintenant: apres(attente) })).toBeGreaterThan(0)
  })

  it('count each account and each bound apart', async () => {
    expect(await compter('signalement', { sujet: 'b', maintenant: midi })).toBe(0)
    expect(await compter('export', { sujet: 'a', maintenant: midi })).toBe(0)
  })

  it('count the machines of one network of IPv6 as one', async () => {
    const demander = (sujet: string) => compter('signalement', { sujet, maintenant: midi })
    for (let rang = 0; rang < limites.signalement.nombre; rang += 1) await demander(`2001:db8:1:2::${rang}`)
    expect(await demander('2001:db8:1:2:aaaa::1')).toBeGreaterThan(0)
    expect(await demander('2001:db8:1:3::1')).toBe(0)
  })

  it('let exactly the number through of a hundred at once', async () => {
    const { nombre } = limites.signalement
    const essais = Array.from({ length: 100 }, () => compter('signalement', { sujet: 'c', maintenant: midi }))
    expect((await Promise.all(essais)).filter((attente) => attente === 0)).toHaveLength(nombre)
  })

  it('say in French when to ask again, and give the seconds to a route', async () => {
    const sujet = 'd'
    const { nombre } = limites.signalement_du_compte
    for (let rang = 0; rang < nombre; rang += 1) await debiter('signalement_du_compte', { sujet, maintenant: midi })
    const refus = await debiter('signalement_du_compte', { sujet, maintenant: midi }).catch((erreur) => erreur)
    expect(refus).toBeInstanceOf(ErreurMetier)
    expect(refus).toMatchObject({ code: 'trop_de_tentatives', attente: 8 * 3600 })
    expect(refus.message).toBe(
      'Beaucoup de signalements de ce compte en peu de temps\u00a0: une limite protège le portail et les personnes. Réessayez à partir de 20\u00a0h\u00a001.',
    )
  })

  it('inside a transaction that is undone, count for nothing', async () => {
    const compte = (tx: Parameters<Parameters<typeof avecConnexion>[0]>[0]) =>
      compter('activation', { sujet: 'e', maintenant: midi, tx })
    for (let rang = 0; rang < limites.activation.nombre * 2; rang += 1)
      await avecConnexion(async (tx) => {
        expect(await compte(tx)).toBe(0)
        throw new Error('défait')
      }).catch((erreur) => expect(erreur.message).toBe('défait'))
  })

  it('keep neither an account nor an address, and forget what is given back', async () => {
    await compter('csp', { sujet: '192.0.2.7', maintenant: midi })
    const { rows } = await proprietaire.query('SELECT * FROM debit')
    expect(rows.length).toBeGreaterThan(3)
    expect(JSON.stringify(rows)).not.toContain('192.0.2')
    await oublierDebits(apres(30 * 3600))
    expect((await proprietaire.query('SELECT * FROM debit')).rows).toEqual([])
  })
})
