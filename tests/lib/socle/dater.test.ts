import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { dater } from '@/lib/socle/dater'

it('gives their dates to rows read as JSON, at any depth, and leaves free content as it was written', () => {
  const lu = {
    objet: 'PUMA',
    dateNaissance: '1971-11-07',
    closeLe: null,
    evenements: [{ le: '2026-11-22T09:52:07.123+00:00', details: { echeanceLe: '2026-12-01' } }],
    donnees: { personne: { dateNaissance: '7 novembre' } },
  }
  expect(dater(lu)).toEqual({
    objet: 'PUMA',
    dateNaissance: new Date('1971-11-07'),
    closeLe: null,
    evenements: [{ le: new Date('2026-11-22T09:52:07.123Z'), details: { echeanceLe: '2026-12-01' } }],
    donnees: { personne: { dateNaissance: '7 novembre' } },
  })
})

it('knows the name of every date of the schema, but those that no page reads', () => {
  const schema = readdirSync('prisma/schema')
    .map((nom) => readFileSync(`prisma/schema/${nom}`, 'utf8'))
    .join('\n')
  const dates = [...schema.matchAll(/^ +(\w+) +DateTime\b/gm)].map(([, nom]) => nom ?? '')
  expect(dates.length).toBeGreaterThan(50)
  const inconnues = dates.filter((nom) => dater<Record<string, unknown>>({ [nom]: '2026-11-22' })[nom] === '2026-11-22')
  const jamaisLues = [
    'bloqueJusqua',
    'inscriptionsJusquau',
    'libre',
    'recents',
    'jusquau',
    'depuis',
    'jour',
    'autrePartieAvant',
    'autoriteAvant',
    'mois',
    'du',
    'au',
  ]
  expect(inconnues.filter((nom) => !jamaisLues.includes(nom))).toEqual([])
})
