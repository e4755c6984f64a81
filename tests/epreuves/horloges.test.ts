import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { joursDuDelai } from '@/components/traitement/delai'
import { colonnesDeLaCible } from '@/lib/demandes/cible'
import type { Etat } from '@/lib/demandes/modele'
import {
  actePossible,
  cleDeTri,
  delaiApplicable,
  demarrerHorloge,
  type Horloge,
  joursAttendus,
  suspendreHorloge,
} from '@/lib/demandes/regles'
import { echeanceDemande } from '@/lib/demandes-habilitation/regles'
import { jourDe } from '@/lib/socle/jour'
import { fermerFile } from '@/lib/travaux/file'
import { installerCatalogue } from '@/prisma/seed/catalogue'
import { type AtelierOuvert, ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { baseDeTest } from '@/tests/base-de-test'
import { jouerEnBase } from './horloges-en-base'
import { type Fait, joursOuvresUnParUn, simuler } from './oracle-horloges'

const completes = process.env.EPREUVES === 'completes'
const numRuns = completes ? 10_000 : 500
const enBase = completes ? 200 : 20

const { migration } = await baseDeTest()
let atelier: AtelierOuvert | undefined
afterEach(async () => {
  if (atelier) await fermerFile()
  await atelier?.fermer()
  atelier = undefined
})

/** From days before a change of hour or a holiday to months after, at any second: midnights of Paris and of UTC included. */
const depart = fc.oneof(
  fc.date({ min: new Date('2024-01-01'), max: new Date('2031-12-31'), noInvalidDate: true }),
  fc
    .tuple(
      fc.constantFrom('2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2027-12-31', '2028-02-28', '2028-02-29'),
      fc.integer({ min: 0, max: 86_399 }),
    )
    .map(([jour, secondes]) => new Date(Date.parse(`${jour}T00:00:00Z`) + secondes * 1_000)),
)
const delai = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null })
const acte = fc.record({
  type: fc.constantFrom('complement', 'recu', 'urgence', 'cible', 'clore', 'rouvrir'),
  /** Minutes since the act before: from at once to two months. */
  apres: fc.integer({ min: 0, max: 86_400 }),
  delaiOrdinaire: delai,
  delaiUrgent: fc.integer({ min: 1, max: 15 }),
})

it(`follows ${numRuns} histories of a demande as a count day by day does`, () => {
  fc.assert(
    fc.property(
      depart,
      delai,
      fc.integer({ min: 1, max: 15 }),
      fc.boolean(),
      fc.array(acte, { maxLength: 9 }),
      (debut, ordinaire, urgentJours, urgentAuDepot, actes) => {
        let etat: Etat = 'prise_en_charge'
        let urgent = urgentAuDepot
        let ordinaireCourant = ordinaire
        let closeLe: Date | null = null
        let horloge: Horloge = demarrerHorloge(delaiApplicable(urgent, urgentJours, ordinaire), debut)
        const faits: Fait[] = [{ type: 'depot', le: debut, urgent, ordinaire, urgentJours }]
        let instant = debut
        for (const { type, apres, delaiOrdinaire, delaiUrgent } of actes) {
          instant = new Date(instant.getTime() + apres * 60_000)
          if (type === 'complement' && actePossible('demander_complement', etat)) {
            horloge = suspendreHorloge(horloge, instant)
            etat = 'attente_complement'
            faits.push({ type: 'complement', le: instant })
          } else if (type === 'recu' && actePossible('recevoir_complement', etat)) {
            horloge = demarrerHorloge(horloge.delaiJours, instant, horloge)
            etat = 'prise_en_charge'
            faits.push({ type: 'recu', le: instant })
          } else if ((type === 'urgence' || type === 'cible') && actePossible('corriger', etat)) {
            if (type === 'urgence') urgent = !urgent
            // A corrected motif and a transfer bring another delay; an urgency gives back that of the filing.
            else ordinaireCourant = delaiOrdinaire
            const demande = { ...horloge, deposeeLe: debut, seuilAlerteJours: 5 }
            const cible = { delaiJours: ordinaireCourant, seuilAlerteJours: 5, delaiUrgentJours: delaiUrgent }
            const colonnes = colonnesDeLaCible(demande, urgent, cible)
            horloge = { ...horloge, delaiJours: colonnes.delaiJours, echeanceLe: jourDe(colonnes.echeanceLe) }
            expect(colonnes.triLe).toEqual(cleDeTri(horloge, debut))
            faits.push({ type: 'cible', le: instant, urgent, ordinaire: ordinaireCourant, urgentJours: delaiUrgent })
          } else if (type === 'clore' && actePossible('clore', etat)) {
            const jour = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(instant)
            horloge = { ...horloge, suspendueLe: null, joursSuspendus: joursAttendus(horloge, jour) }
            etat = 'traitee'
            closeLe = instant
            faits.push({ type: 'clore', le: instant })
          } else if (type === 'rouvrir' && actePossible('rouvrir', etat)) {
            horloge = demarrerHorloge(horloge.delaiJours, instant, horloge)
            etat = 'prise_en_charge'
            closeLe = null
            faits.push({ type: 'rouvrir', le: instant })
          }
        }
        const oracle = simuler(faits, instant)
        const aujourdhui = oracle.aujourdhui
        // Closed while it waited, the due date is a memory: only what is open is compared.
        if (closeLe === null) expect(horloge.echeanceLe).toBe(oracle.echeanceLe)
        const demande = { ...horloge, deposeeLe: debut, closeLe }
        const { ecoules, suspendus } = joursDuDelai(demande, aujourdhui)
        expect(suspendus).toBe(oracle.attente)
        if (closeLe === null) expect(ecoules).toBe(oracle.ecoules)
      },
    ),
    { numRuns },
  )
})

it(`gives ${numRuns} requests about accounts the working day that a count of holidays written apart gives`, () => {
  fc.assert(
    fc.property(
      depart,
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom('france' as const, 'alsace_moselle' as const),
      (debut, n, calendrier) => {
        const jour = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(debut)
        expect(echeanceDemande(jour, n, calendrier)).toBe(joursOuvresUnParUn(jour, n, calendrier))
      },
    ),
    { numRuns },
  )
})

it(`leaves in the database what the count day by day says, through ${enBase} histories of two caisses`, async () => {
  atelier = ouvrirAtelier(migration)
  await installerCatalogue(atelier.tx, new Date('2025-01-01T00:00:00Z'))
  await jouerEnBase(atelier, enBase)
})
