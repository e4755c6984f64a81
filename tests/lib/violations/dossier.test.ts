import { expect, it } from 'vitest'
import { donneesDeViolation } from '@/lib/violations/dossier-json'
import { dossierDeViolation } from '@/lib/violations/dossier-pdf'

it('writes the file of a breach, however long, and the same for a machine', async () => {
  const le = new Date('2026-11-10T10:00:00Z')
  const part = {
    violationId: 'a',
    caisseId: 'c',
    declareeParId: 'b',
    partenaireId: null,
    caisse: 'CPAM',
    connueLe: le,
    autrePartieAvant: le,
    autoriteAvant: le,
    etat: 'averee' as const,
    risque: 'eleve' as const,
    qualifieeLe: le,
    autrePartieLe: le,
    autrePartieSansObjet: false,
    autoriteLe: null,
    autoriteSansObjet: false,
    personnesLe: null,
    personnesSansObjet: true,
    closeLe: null,
    rappelsAutrePartie: 0,
    rappelsAutorite: 0,
  }
  const suivis = Array.from({ length: 60 }, (_, rang) => ({
    id: String(rang),
    violationId: 'a',
    caisseId: 'c',
    type: 'mesure' as const,
    texte: 'Une mesure. '.repeat(60),
    le,
    auteurId: null,
    auteur: 'Anaïs Kervella',
    caisse: 'CPAM',
  }))
  const violation = {
    id: '00000000-0000-4000-8000-0000007f3a91',
    cote: 'caisse' as const,
    partenaireId: null,
    declareeParId: 'b',
    declareeLe: le,
    constateeLe: le,
    survenueLe: null,
    natures: ['integrite'],
    donnees: ['identite'],
    description: 'Des faits. '.repeat(200),
    personnes: null,
    comptes: 3,
    mesures: '',
    references: '',
    contact: 'Accueil',
    signalementId: null,
    parts: [part],
    suivis,
    partenaire: null,
    declareePar: null,
    sienne: false,
  }
  const pdf = await dossierDeViolation(violation, le)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3)
  const donnees = JSON.parse(JSON.stringify(donneesDeViolation(violation, le)))
  expect(donnees).toMatchObject({
    version: 1,
    declaration: { natures: [{ code: 'integrite' }], comptes: 3, personnes: null, declareeLe: le.toISOString() },
    caisses: [
      { caisse: 'CPAM', etat: 'averee', autrePartie: { faitLe: le.toISOString() }, autorite: { faitLe: null } },
    ],
  })
  expect(donnees.historique).toHaveLength(60)
  // Accounts are named, never given by their id.
  expect(JSON.stringify(donnees)).not.toContain('declareeParId')
})
