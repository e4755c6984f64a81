import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detecter, type Fait } from '@/lib/signaux/regles'

const debut = Date.UTC(2026, 2, 12, 8)
const minuteMs = 60_000
const reperes = () => ({ lectures: 20, telechargements: 10 })

const faits = (nombre: number, fait: (rang: number) => Partial<Fait> & { action: string; minute: number }): Fait[] =>
  Array.from({ length: nombre }, (_, rang) => {
    const { minute, ...reste } = fait(rang)
    return {
      id: BigInt(rang + 1),
      le: new Date(debut + minute * minuteMs),
      compteId: 'a',
      caisseId: 'c',
      adresse: '192.0.2.1',
      objetId: `o${rang}`,
      ...reste,
    }
  })

const types = (lus: Fait[]) => detecter(lus, reperes).map(({ type }) => type)

describe('demandes read in an hour', () => {
  test('from the number the caisse has set, one alert, with the rows it rests on', () => {
    const lus = faits(25, (rang) => ({ action: 'demande.consultee', minute: rang * 2 }))
    expect(detecter(lus, reperes)).toMatchObject([
      { type: 'lectures', compteId: 'a', caisseId: 'c', nombre: 25, repere: 20, premierRang: 1n, dernierRang: 25n },
    ])
    expect(types(lus.slice(0, 19))).toEqual([])
  })

  test('the same demande read again counts once, and a slow day is no alert', () => {
    expect(
      types(faits(60, (rang) => ({ action: 'demande.consultee', minute: rang, objetId: `o${rang % 5}` }))),
    ).toEqual([])
    expect(types(faits(60, (rang) => ({ action: 'demande.consultee', minute: rang * 4 })))).toEqual([])
  })

  test('is what counting each window by hand gives', () => {
    const lectures = fc.array(fc.record({ minute: fc.nat(240), objet: fc.nat(40) }), { maxLength: 120 })
    fc.assert(
      fc.property(lectures, (tirees) => {
        const tries = [...tirees].sort((a, b) => a.minute - b.minute)
        const lus = faits(tries.length, (rang) => ({
          action: 'demande.consultee',
          minute: tries[rang]?.minute ?? 0,
          objetId: `o${tries[rang]?.objet}`,
        }))
        const maximum = Math.max(
          0,
          ...tries.map(({ minute }) => {
            const dedans = tries.filter((autre) => autre.minute <= minute && minute - autre.minute < 60)
            return new Set(dedans.map(({ objet }) => objet)).size
          }),
        )
        const [alerte] = detecter(lus, reperes)
        expect(alerte?.nombre ?? 0).toBe(maximum >= 20 ? maximum : 0)
      }),
    )
  })
})

test('files downloaded, and lists exported, count together', () => {
  const actions = ['piece.consultee', 'document.telecharge', 'revue.exportee']
  const lus = faits(10, (rang) => ({ action: actions[rang % 3] ?? '', minute: rang, objetId: 'meme' }))
  expect(types(lus)).toEqual(['telechargements'])
  expect(types(lus.slice(1))).toEqual([])
})

describe('sign-ins refused', () => {
  const refus = (rang: number) => ({ action: 'connexion.refusee', compteId: null, caisseId: null, minute: rang * 0.2 })

  test('many accounts from one address is a spraying, with those aimed at', () => {
    const [alerte, ...autres] = detecter(faits(30, refus), reperes)
    expect(alerte).toMatchObject({ type: 'pulverisation', adresse: '192.0.2.1', nombre: 30, compteId: null })
    expect(alerte?.cibles).toHaveLength(30)
    expect(autres).toEqual([])
  })

  test('so are unknown identifiants, which the journal does not keep', () => {
    expect(types(faits(12, (rang) => ({ ...refus(rang), objetId: null })))).toEqual(['pulverisation'])
  })

  test('many accounts from as many addresses is one too, unless people get in meanwhile', () => {
    const partout = faits(60, (rang) => ({ ...refus(rang), adresse: `192.0.2.${rang}`, minute: rang * 0.1 }))
    expect(detecter(partout, reperes)).toMatchObject([{ type: 'pulverisation', adresse: null, nombre: 60 }])
    const entrees = faits(200, (rang) => ({ action: 'connexion.ouverte', minute: rang * 0.03 }))
    const ensemble = [...partout, ...entrees].sort((a, b) => a.le.getTime() - b.le.getTime())
    expect(types(ensemble)).toEqual([])
  })

  test('one account tried again and again is told as such, wherever from', () => {
    const lus = faits(12, (rang) => ({ ...refus(rang), adresse: `192.0.2.${rang}`, objetId: 'compte' }))
    expect(detecter(lus, reperes)).toMatchObject([{ type: 'essais', compteId: 'compte', nombre: 12 }])
    expect(types(lus.slice(0, 9))).toEqual([])
  })
})

test('pages refused one after the other, and each new device', () => {
  expect(types(faits(10, (rang) => ({ action: 'acces.refuse', minute: rang * 0.5 })))).toEqual(['refus'])
  expect(types(faits(10, (rang) => ({ action: 'acces.refuse', minute: rang * 3 })))).toEqual([])
  expect(types(faits(2, (rang) => ({ action: 'connexion.nouvel_appareil', minute: rang })))).toEqual([
    'nouvel_appareil',
    'nouvel_appareil',
  ])
})
