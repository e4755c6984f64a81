import { describe, expect, test } from 'vitest'
import { delaiEnMots, joursDuDelai } from '@/components/traitement/delai'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'

const midi = (jour: string) => new Date(`${jour}T11:00:00Z`)

function demande(valeurs: Partial<DemandeDeCaisse>): DemandeDeCaisse {
  return {
    service: 'dossier',
    etat: 'prise_en_charge',
    deposeeLe: midi('2026-02-13'),
    completeeLe: midi('2026-02-13'),
    suspendueLe: null,
    closeLe: null,
    joursSuspendus: 0,
    delaiJours: 30,
    seuilAlerteJours: 5,
    echeanceLe: new Date('2026-03-15'),
    issue: null,
    ...valeurs,
  } as DemandeDeCaisse
}

describe('the deadline of a demande, on 12 March 2026', () => {
  test.each<[string, Partial<DemandeDeCaisse>, string, boolean]>([
    ['is near', {}, 'À répondre dans 3\u00A0jours', true],
    ['is far', { echeanceLe: new Date('2026-03-30') }, 'À répondre dans 18\u00A0jours', false],
    ['is over', { echeanceLe: new Date('2026-03-10') }, 'En retard de 2\u00A0jours', true],
    ['is not announced', { echeanceLe: null, delaiJours: null }, 'Sans délai annoncé', false],
    ['is stopped', { etat: 'attente_complement', suspendueLe: midi('2026-03-01') }, 'Délai suspendu', false],
    ['is met', { etat: 'traitee', closeLe: midi('2026-03-11'), issue: 'accord' }, 'Traitée', false],
  ])('%s', (_, valeurs, titre, chaud) => {
    expect(delaiEnMots(demande(valeurs), '2026-03-12')).toMatchObject({ titre, chaud })
  })
})

describe('the days of the clock', () => {
  test('run until today while the demande is open', () => {
    expect(joursDuDelai(demande({}), '2026-03-12')).toEqual({ ecoules: 27, suspendus: 0 })
  })

  test('stop while a complément is awaited, and add to earlier stops', () => {
    const arretee = demande({ suspendueLe: midi('2026-03-01'), joursSuspendus: 4 })
    expect(joursDuDelai(arretee, '2026-03-12')).toEqual({ ecoules: 16, suspendus: 15 })
  })

  test('stop for good at the closing', () => {
    expect(joursDuDelai(demande({ closeLe: midi('2026-03-05') }), '2026-03-12')).toEqual({ ecoules: 20, suspendus: 0 })
  })
})
