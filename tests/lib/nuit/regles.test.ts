import { describe, expect, it } from 'vitest'
import type { PartSituee } from '@/lib/conventions/parts'
import type { CompteSitue, Situation, SituationCompte } from '@/lib/nuit/modele'
import { actesDus } from '@/lib/nuit/regles'
import { actesDuCompte } from '@/lib/nuit/regles-comptes'
import { debutDuJour } from '@/lib/socle/temps'

const part = (valeurs: Partial<PartSituee> = {}): PartSituee => ({
  id: 'p',
  conventionId: 'v',
  caisseId: 'k',
  caisseNom: 'CPAM d’essai',
  etat: 'en_vigueur',
  utilisationEffetLe: '2026-01-15',
  finLe: null,
  causeFin: null,
  reconduiteLe: null,
  miseEnDemeureLe: null,
  miseEnDemeureEcheanceLe: null,
  cycle: { effetLe: '2026-01-15', dureeMois: 12, taciteReconduction: true, preavisMois: null },
  suspensions: [],
  ...valeurs,
})

const compte = (id: string, valeurs: Partial<CompteSitue> = {}): CompteSitue => ({
  id,
  profil: 'technicien',
  structureId: 's',
  etat: 'actif',
  activeLe: '2026-01-20',
  creeLe: '2026-01-20',
  inactivationPrevueLe: null,
  ...valeurs,
})

const gestionnaire = (id: string, valeurs: Partial<CompteSitue> = {}) =>
  compte(id, { profil: 'gestionnaire', ...valeurs })

const situation = (valeurs: Partial<Situation> = {}): Situation => ({
  partenaireId: 'o',
  depuis: '2026-06-01',
  parts: [part()],
  structures: [{ id: 's', ouvreLe: null }],
  comptes: [gestionnaire('g'), compte('t')],
  revues: [],
  reglages: {
    k: { preavisRenouvellementMois: null, intervalleRevueMois: 12, revueDelaiJours: 30, revueSuspensionJours: null },
  },
  faits: [],
  ...valeurs,
})

/** Type and day of each act. */
const actes = (etat: Situation, jour: string) => actesDus(etat, jour).map(({ type, le }) => `${type} ${le}`)

describe('the night of a partenaire', () => {
  it('has nothing to do on an ordinary day', () => {
    expect(actes(situation(), '2026-06-01')).toEqual([])
  })

  it('writes the effect of a signed convention, the day it comes', () => {
    const signee = situation({ parts: [part({ etat: 'signee' })], depuis: '2026-01-15' })
    expect(actes(signee, '2026-01-15')).toEqual(['transition 2026-01-15'])
    expect(actes({ ...signee, depuis: '2026-01-14' }, '2026-01-14')).toEqual([])
  })

  it('renews at the anniversary, told two weeks before the last day to decline', () => {
    const tacite = situation({ depuis: '2026-12-31', comptes: [] })
    expect(actes(tacite, '2027-01-01')).toEqual(['reconduction_annoncee 2027-01-01'])
    expect(actes(tacite, '2027-01-15')).toEqual(['reconduction_annoncee 2027-01-01', 'transition 2027-01-15'])
    const preavis = part({ cycle: { effetLe: '2026-01-15', dureeMois: 12, taciteReconduction: true, preavisMois: 3 } })
    expect(actes(situation({ parts: [preavis], depuis: '2026-10-01', comptes: [] }), '2026-10-01')).toEqual([
      'reconduction_annoncee 2026-10-01',
    ])
  })

  it('closes one access when one of two caisses ends, and all the accounts when the last one does', () => {
    const fin = { finLe: '2026-06-10', causeFin: 'denonciation' as const, etat: 'denoncee' }
    const deux = situation({ parts: [part(fin), part({ id: 'q', caisseId: 'l' })], depuis: '2026-06-11' })
    expect(actes(deux, '2026-06-11')).toEqual(['transition 2026-06-11', 'acces_ferme 2026-06-11'])
    const seule = situation({ parts: [part(fin)], depuis: '2026-06-11' })
    expect(actes(seule, '2026-06-11')).toEqual([
      'transition 2026-06-11',
      'acces_ferme 2026-06-11',
      'compte_ferme 2026-06-11',
      'compte_ferme 2026-06-11',
    ])
  })

  it('keeps the accounts while a signed convention is to come', () => {
    const finie = part({ finLe: '2026-06-10', causeFin: 'terme' })
    const suivante = part({
      id: 'q',
      caisseId: 'l',
      etat: 'signee',
      utilisationEffetLe: '2026-09-01',
      cycle: { effetLe: '2026-09-01', dureeMois: 12, taciteReconduction: true, preavisMois: null },
    })
    const etat = situation({ parts: [finie, suivante], depuis: '2026-06-11' })
    expect(actes(etat, '2026-06-11').filter((acte) => acte.startsWith('compte'))).toEqual([])
  })

  it('ends a mise en demeure only when somebody decided so', () => {
    const enDemeure = part({
      etat: 'mise_en_demeure',
      miseEnDemeureLe: '2026-05-01',
      miseEnDemeureEcheanceLe: '2026-05-16',
    })
    expect(actes(situation({ parts: [enDemeure] }), '2026-06-30')).toEqual([])
  })

  it('announces an end 30 and 14 days before, and on the day itself', () => {
    const etat = situation({ parts: [part({ finLe: '2026-07-10', causeFin: 'denonciation' })], depuis: '2026-06-10' })
    expect(actes(etat, '2026-07-10').filter((acte) => acte.startsWith('fin'))).toEqual([
      'fin_annoncee 2026-06-10',
      'fin_annoncee 2026-06-26',
      'fin_annoncee 2026-07-10',
    ])
  })

  it('says once that a structure opens, after the effect', () => {
    const etat = situation({ structures: [{ id: 's', ouvreLe: '2026-06-03' }] })
    const [acte] = actesDus(etat, '2026-06-05')
    expect(acte).toMatchObject({ type: 'structure_ouverte', le: '2026-06-03' })
    expect(actes({ ...etat, faits: [acte?.cle ?? ''] }, '2026-06-06')).toEqual([])
    expect(actes(situation({ structures: [{ id: 's', ouvreLe: '2026-01-15' }] }), '2026-06-05')).toEqual([])
  })

  it('applies an inactivation on its day, but to the last active gestionnaire, until a successor comes', () => {
    const prevu = { inactivationPrevueLe: '2026-06-03' }
    expect(actes(situation({ comptes: [gestionnaire('g'), compte('t', prevu)] }), '2026-06-03')).toEqual([
      'compte_ferme 2026-06-03',
    ])
    const seul = situation({ comptes: [gestionnaire('g', prevu), gestionnaire('h', { etat: 'attente_activation' })] })
    expect(actes(seul, '2026-06-04')).toEqual(['inactivation_retenue 2026-06-03'])
    const relaye = situation({ comptes: [gestionnaire('g', prevu), gestionnaire('h', { activeLe: '2026-06-20' })] })
    expect(actes(relaye, '2026-06-21')).toEqual(['compte_ferme 2026-06-20'])
    const tousDeux = situation({ comptes: [gestionnaire('g', prevu), gestionnaire('h', prevu)] })
    expect(actes(tousDeux, '2026-06-03')).toEqual(['compte_ferme 2026-06-03', 'inactivation_retenue 2026-06-03'])
  })

  it('opens a revue at the interval, reminds it, and suspends where the caisse has set it', () => {
    const ouverture = actesDus(situation({ depuis: '2027-01-20' }), '2027-01-20')
    expect(ouverture.at(-1)).toMatchObject({ type: 'revue_ouverte', le: '2027-01-20', echeanceLe: '2027-02-19' })
    const revues = [
      {
        id: 'r',
        structureId: 's',
        ouverteLe: '2026-05-01',
        echeanceLe: '2026-05-31',
        relanceeLe: null,
        signeeLe: null,
      },
    ]
    expect(actes(situation({ revues }), '2026-06-08')).toEqual([
      'revue_relancee 2026-06-01',
      'revue_relancee 2026-06-07',
    ])
    const reglages = {
      k: { preavisRenouvellementMois: null, intervalleRevueMois: 12, revueDelaiJours: 30, revueSuspensionJours: 5 },
    }
    expect(actes(situation({ revues, reglages }), '2026-06-05')).toEqual([
      'revue_relancee 2026-06-01',
      'revue_suspension 2026-06-05',
    ])
    const suspensions = [{ debutLe: debutDuJour('2026-06-02'), finLe: null, motif: '' }]
    expect(actes(situation({ revues, reglages, parts: [part({ suspensions })] }), '2026-06-05')).toEqual([
      'revue_relancee 2026-06-01',
    ])
  })
})

describe('the night of an account', () => {
  const situationDe = (valeurs: Partial<SituationCompte>): SituationCompte => ({
    compteId: 'c',
    etat: 'actif',
    depuis: '2026-06-01',
    creeLe: '2026-01-20',
    inactiveLe: null,
    motDePasseLe: null,
    motDePasseMois: null,
    brouillonLe: null,
    faits: [],
    ...valeurs,
  })
  const dus = (valeurs: Partial<SituationCompte>, jour: string) =>
    actesDuCompte(situationDe(valeurs), jour).map(({ type, le }) => `${type} ${le}`)

  it('deletes it six months after its inactivation, not a day before', () => {
    const inactif = { etat: 'inactif', inactiveLe: '2026-01-31' }
    expect(dus(inactif, '2026-07-30')).toEqual([])
    expect(dus(inactif, '2026-07-31')).toEqual(['compte_supprime 2026-07-31'])
    expect(dus({ ...inactif, inactiveLe: '2025-08-31' }, '2026-02-28')).toEqual(['compte_supprime 2026-02-28'])
  })

  it('tells of a password to change two weeks before, of a draft to go a week before, of a link left unused after a week', () => {
    expect(dus({ motDePasseLe: '2026-01-01', motDePasseMois: 6 }, '2026-06-16')).toEqual([])
    expect(dus({ motDePasseLe: '2026-01-01', motDePasseMois: 6 }, '2026-06-17')).toEqual([
      'mot_de_passe_bientot 2026-06-17',
    ])
    expect(dus({ brouillonLe: '2026-05-20' }, '2026-06-12')).toEqual(['brouillon_bientot 2026-06-12'])
    expect(dus({ etat: 'attente_activation', creeLe: '2026-05-28' }, '2026-06-04')).toEqual([
      'lien_non_utilise 2026-06-04',
    ])
    expect(dus({ motDePasseLe: '2026-01-01' }, '2027-06-17')).toEqual([])
  })
})
