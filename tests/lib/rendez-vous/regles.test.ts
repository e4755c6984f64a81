import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { decouper, instantAParis, joursOuverts } from '@/lib/rendez-vous/decoupe'
import { demiJourneeDe, lireHeure } from '@/lib/rendez-vous/heures'
import type { EtatRendezVous } from '@/lib/rendez-vous/modele'
import { type ActeRendezVous, type Cote, disponibilite, etatApres, possible, restants } from '@/lib/rendez-vous/regles'
import { ajouterJours, dateAParis, joursFeries } from '@/lib/socle/temps'

const jours = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const deuxChiffres = (n: number) => String(n).padStart(2, '0')
const horaires = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 23 }))
  .map(([h, m, h2]) => ({ debut: `${deuxChiffres(h)}:${deuxChiffres(m)}`, fin: `${deuxChiffres(h2)}:30` }))
  .filter(({ debut, fin }) => debut < fin)

it('cuts any half-day into slots of the given length, one after the other, within its hours, whatever the clocks do', () => {
  fc.assert(
    fc.property(jours, horaires, fc.integer({ min: 5, max: 480 }), (jour, heures, duree) => {
      const creneaux = decouper(jour, heures, duree)
      const [debut, fin] = [instantAParis(jour, heures.debut), instantAParis(jour, heures.fin)]
      creneaux.forEach((creneau, rang) => {
        expect(creneau.finLe.getTime() - creneau.debutLe.getTime()).toBe(duree * 60_000)
        expect(dateAParis(creneau.debutLe)).toBe(jour)
        expect(creneau.debutLe).toEqual(creneaux[rang - 1]?.finLe ?? debut)
        expect(creneau.finLe.getTime()).toBeLessThanOrEqual(fin.getTime())
      })
      // What is left is too short for one more.
      expect(fin.getTime() - (creneaux.at(-1)?.finLe ?? debut).getTime()).toBeLessThan(duree * 60_000)
    }),
    { numRuns: 300 },
  )
})

it('keeps the hours of Paris on both sides of a change of clocks', () => {
  for (const jour of ['2026-03-27', '2026-03-30', '2026-10-23', '2026-10-26'])
    for (const { debutLe } of decouper(jour, { debut: '09:00', fin: '12:00' }, 45))
      expect(
        Temporal.Instant.fromEpochMilliseconds(debutLe.getTime()).toZonedDateTimeISO('Europe/Paris').hour,
      ).toBeGreaterThanOrEqual(9)
  // The night that has 23 hours, then the one that has 25.
  expect(decouper('2026-03-29', { debut: '00:00', fin: '06:00' }, 60)).toHaveLength(5)
  expect(decouper('2026-10-25', { debut: '00:00', fin: '06:00' }, 60)).toHaveLength(7)
})

it('leaves aside public holidays of the calendar of the caisse and its closed days, and nothing else', () => {
  fc.assert(
    fc.property(
      jours,
      fc.integer({ min: 0, max: 60 }),
      fc.subarray([1, 2, 3, 4, 5, 6], { minLength: 1 }),
      fc.constantFrom('france' as const, 'alsace_moselle' as const),
      fc.integer({ min: 0, max: 40 }),
      (du, longueur, semaine, calendrier, decalage) => {
        const au = ajouterJours(du, longueur)
        const fermeture = {
          debutLe: ajouterJours(du, decalage),
          finLe: ajouterJours(du, decalage + 3),
          libelle: 'Fermée',
        }
        const { jours: ouverts, ecartes } = joursOuverts({ du, au, semaine, calendrier, fermetures: [fermeture] })
        const ferme = (jour: string) =>
          joursFeries(Number(jour.slice(0, 4)), calendrier).has(jour) ||
          (jour >= fermeture.debutLe && jour <= fermeture.finLe)
        const attendus = Array.from({ length: longueur + 1 }, (_, n) => ajouterJours(du, n)).filter((jour) =>
          semaine.includes(Temporal.PlainDate.from(jour).dayOfWeek),
        )
        expect(ouverts).toEqual(attendus.filter((jour) => !ferme(jour)))
        expect(ecartes.map(({ jour }) => jour)).toEqual(attendus.filter(ferme))
      },
    ),
    { numRuns: 50 },
  )
})

it('closes Good Friday and 26 December in Alsace-Moselle only', () => {
  const semaine = [1, 2, 3, 4, 5, 6]
  const nombre = (calendrier: 'france' | 'alsace_moselle', jour: string) =>
    joursOuverts({ du: jour, au: jour, semaine, calendrier, fermetures: [] }).jours.length
  for (const jour of ['2026-04-03', '2026-12-26']) {
    expect(nombre('france', jour)).toBe(1)
    expect(nombre('alsace_moselle', jour)).toBe(0)
  }
})

const actes: ActeRendezVous[] = [
  'proposer',
  'fixer',
  'choisir',
  'demander_autre',
  'deplacer',
  'annuler',
  'honorer',
  'manquer',
]

it('never leaves a side in a state it may not reach, over any run of acts', () => {
  const maintenant = new Date('2026-03-12T09:00:00Z')
  const pas = fc.record({
    acte: fc.constantFrom(...actes),
    cote: fc.constantFrom<Cote>('partenaire', 'caisse'),
    heures: fc.integer({ min: -48, max: 48 }),
    ouverte: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(pas, { maxLength: 30 }), (suite) => {
      let etat: EtatRendezVous | null = null
      for (const { acte, cote, heures, ouverte } of suite) {
        const debutLe: Date | null =
          etat === null || etat === 'propose' ? null : new Date(maintenant.getTime() + heures * 3_600_000)
        const avant: EtatRendezVous | null = etat
        if (!possible(acte, cote, { etat, debutLe, ouverte }, maintenant)) continue
        etat = etatApres(acte, etat)
        // A cancelled one stays so, until the caisse makes another.
        expect(avant).not.toBe('annule')
        if (cote === 'partenaire') expect(['propose', 'fixe', 'annule']).toContain(etat)
        if (etat === 'honore' || etat === 'manque') {
          expect(cote).toBe('caisse')
          expect(debutLe?.getTime()).toBeLessThanOrEqual(maintenant.getTime())
        }
        // What has begun is no longer in the hands of the partenaire.
        if (cote === 'partenaire' && avant === 'fixe' && acte !== 'demander_autre')
          expect(debutLe?.getTime()).toBeGreaterThan(maintenant.getTime())
        if (avant === null) expect(['propose', 'fixe']).toContain(etat)
      }
    }),
    { numRuns: 1_000 },
  )
})

it('offers what is left: not past, not full, not closed, soonest first', () => {
  const maintenant = new Date('2026-03-12T09:00:00Z')
  const offre = (id: string, heures: number, reste: object = {}) => ({
    id,
    debutLe: new Date(maintenant.getTime() + heures * 3_600_000),
    pris: 0,
    capacite: 1,
    ferme: false,
    ...reste,
  })
  const offres = [
    offre('tard', 5),
    offre('passe', -1),
    offre('plein', 2, { pris: 1 }),
    offre('ferme', 2, { ferme: true }),
    offre('tot', 1, { pris: 2, capacite: 3 }),
  ]
  expect(restants(offres, maintenant).map(({ id }) => id)).toEqual(['tot', 'tard'])
  expect(restants(offres, maintenant, 'tot').map(({ id }) => id)).toEqual(['tard'])
  expect(offres.map((o) => disponibilite(o, maintenant))).toEqual(['libre', 'passe', 'complet', 'ferme', 'partiel'])
})

it('reads hours as people type them', () => {
  const lues = { '9h': '09:00', '9 h 30': '09:30', '14:15': '14:15', '8': '08:00', '9\u00A0h\u00A000': '09:00' }
  for (const [texte, attendue] of Object.entries(lues)) expect(lireHeure(texte)).toBe(attendue)
  for (const texte of ['', 'midi', '25h', '9h75', '9 h 3', '-1']) expect(lireHeure(texte)).toBeNull()
  expect(demiJourneeDe(new Date('2026-03-12T10:59:00Z'))).toBe('jeudi_matin')
  expect(demiJourneeDe(new Date('2026-03-12T11:00:00Z'))).toBe('jeudi_apres_midi')
  expect(demiJourneeDe(new Date('2026-03-14T11:00:00Z'))).toBeNull()
})
