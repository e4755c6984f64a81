import { describe, expect, it } from 'vitest'
import { etatLe, jusquaEnMots, periodeEnMots } from '@/lib/maintenance/regles'
import { maintenanceSchema } from '@/lib/maintenance/schema'

const le = (instant: string) => new Date(instant)
const midi = {
  id: '1',
  debutLe: le('2026-12-01T11:00:00Z'),
  finLe: le('2026-12-01T13:00:00Z'),
  texte: '',
  preavisHeures: 24,
}

describe('a maintenance', () => {
  it('is announced from its notice on, runs from its first millisecond to its last one, then is nothing', () => {
    const dit = (instant: string) => {
      const { enCours, annoncee } = etatLe([midi], le(instant))
      return enCours ? 'en cours' : annoncee ? 'annoncée' : 'rien'
    }
    expect(dit('2026-11-30T10:59:59.999Z')).toBe('rien')
    expect(dit('2026-11-30T11:00:00Z')).toBe('annoncée')
    expect(dit('2026-12-01T10:59:59.999Z')).toBe('annoncée')
    expect(dit('2026-12-01T11:00:00Z')).toBe('en cours')
    expect(dit('2026-12-01T12:59:59.999Z')).toBe('en cours')
    expect(dit('2026-12-01T13:00:00Z')).toBe('rien')
  })

  it('of two that are announced, the first one is said; while one runs, none', () => {
    const soir = { ...midi, id: '2', debutLe: le('2026-12-01T18:00:00Z'), finLe: le('2026-12-01T19:00:00Z') }
    expect(etatLe([soir, midi], le('2026-12-01T10:00:00Z')).annoncee?.id).toBe('1')
    expect(etatLe([soir, midi], le('2026-12-01T12:00:00Z'))).toEqual({ enCours: midi, annoncee: null })
  })

  it('is told in the hours of Paris, with both days where they differ', () => {
    const lisible = (mots: string) => mots.replace(/\s/g, ' ')
    expect(lisible(periodeEnMots(midi))).toBe('le mardi 1er décembre 2026 de 12 h 00 à 14 h 00')
    const nuit = { debutLe: le('2026-07-01T20:00:00Z'), finLe: le('2026-07-02T04:30:00Z') }
    expect(lisible(periodeEnMots(nuit))).toBe('du mercredi 1er juillet 2026 à 22 h 00 au jeudi 2 juillet 2026 à 6 h 30')
    expect(lisible(jusquaEnMots(nuit, nuit.debutLe))).toBe('jusqu’au jeudi 2 juillet 2026 à 6 h 30')
    expect(lisible(jusquaEnMots(midi, midi.debutLe))).toBe('jusqu’à 14 h 00')
  })
})

describe('what an administrateur types', () => {
  const jour = (j: string) => ({ jour: j, mois: '12', annee: '2026' })
  const lire = (plus: object) =>
    maintenanceSchema.safeParse({
      debutJour: jour('1'),
      debutHeure: '12 h',
      finJour: jour('1'),
      finHeure: '14h30',
      preavisHeures: '24',
      ...plus,
    })
  const fautes = (plus: object) => lire(plus).error?.issues.map(({ path, message }) => `${path.join('.')} : ${message}`)

  it('is read as moments of Paris', () => {
    expect(lire({}).data).toMatchObject({ debutLe: midi.debutLe, finLe: le('2026-12-01T13:30:00Z'), preavisHeures: 24 })
  })

  it('is refused with words at its field: inverted, endless, no date, another notice', () => {
    expect(fautes({ finHeure: '11 h' })).toEqual(['finHeure : La fin vient avant le début'])
    expect(fautes({ debutJour: jour('2') })).toEqual(['finJour : La fin vient avant le début'])
    expect(fautes({ finJour: jour('9') })?.[0]).toContain('au plus 72 heures')
    expect(fautes({ finJour: jour('32') })?.[0]).toContain('n’existe pas')
    expect(fautes({ preavisHeures: '3' })?.[0]).toContain('à partir de quand')
    expect(fautes({ finHeure: 'midi' })?.[0]).toContain('Écrivez une heure')
  })
})
