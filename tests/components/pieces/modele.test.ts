import { describe, expect, it } from 'vitest'
import { type Envoi, etatDe, type Fichier, octetsUtilises } from '@/components/pieces/modele'

const piece = { code: 'rib', libelle: 'RIB', aide: null, requise: true }
const fichier = (etat: string): Fichier => ({
  id: etat,
  code: 'rib',
  nomFichier: 'rib.pdf',
  taille: 1000,
  typeMime: 'application/pdf',
  etat,
  raisonRefus: null,
  alerteQualite: null,
})
const envoi = (etat: Envoi['etat']): Envoi => ({
  cle: etat,
  code: 'rib',
  fichier: new File(['abc'], 'rib.pdf'),
  envoye: 0,
  etat,
})

describe('the state of a piece of the list', () => {
  it.each([
    ['nothing yet', [], [], false, 'a_fournir'],
    ['nothing, and the person does not have it', [], [], true, 'absente'],
    ['one file on its way beside a sound one', ['saine'], ['envoi'], false, 'envoi'],
    ['one file that could not be sent', [], ['coupure'], false, 'refus'],
    ['only an infected file', ['infectee'], [], false, 'refus'],
    ['an infected file and a sound one', ['infectee', 'saine'], [], false, 'prete'],
    ['one sound file, one being scanned', ['saine', 'en_analyse'], [], false, 'analyse'],
    ['one file, in spite of an absence said before', ['non_analysee'], [], true, 'prete'],
  ] as const)('with %s', (_cas, fichiers, envois, absente, attendu) => {
    expect(etatDe(piece, fichiers.map(fichier), envois.map(envoi), absente)).toBe(attendu)
  })

  it('is free when the piece is only suggested', () => {
    expect(etatDe({ ...piece, requise: false }, [], [], false)).toBe('facultative')
  })

  it('counts against the limit what is kept and what is on its way, not what was refused', () => {
    const fichiers = ['saine', 'en_analyse', 'infectee', 'refusee'].map(fichier)
    expect(octetsUtilises(fichiers, [envoi('attente'), envoi('envoi'), envoi('refus')])).toBe(2006)
  })
})
