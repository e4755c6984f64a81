import { expect, it } from 'vitest'
import { messagesNonLus } from '@/lib/messages/non-lus'

const le = (heure: number) => new Date(Date.UTC(2026, 10, 20, heure))
const message = (id: string, heure: number, cote = 'caisse', retireLe: Date | null = null) => ({
  id,
  cote,
  envoyeLe: le(heure),
  retireLe,
})
const remise = (heure: number, valeurs = {}) => ({
  sens: 'sortante',
  demandeId: 'd',
  messageId: null,
  enPreparation: false,
  etat: 'saine',
  deposeeLe: le(heure),
  analyseeLe: le(heure),
  ...valeurs,
})

it('finds the last messages of the caisse; a document delivered after them takes its own part of the counter', () => {
  const fil = [message('a', 8), message('p', 9, 'partenaire'), message('b', 10), message('r', 11, 'caisse', le(12))]
  expect([...messagesNonLus(fil, [], 0)]).toEqual([])
  expect([...messagesNonLus(fil, [], 1)]).toEqual(['b'])
  expect([...messagesNonLus(fil, [], 5)]).toEqual(['a', 'b'])
  expect([...messagesNonLus(fil, [remise(13)], 1)]).toEqual([])
  expect([...messagesNonLus(fil, [remise(9)], 2)]).toEqual(['b'])
  // Joined to a message, not sent, not scanned yet, or sent by the partenaire: nothing more to read.
  const autres = [{ messageId: 'b' }, { enPreparation: true }, { etat: 'en_analyse' }, { sens: 'entrante' }]
  expect([
    ...messagesNonLus(
      fil,
      autres.map((valeurs) => remise(13, valeurs)),
      1,
    ),
  ]).toEqual(['b'])
})
