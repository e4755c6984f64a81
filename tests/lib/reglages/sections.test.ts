import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prestations, type Reglages, sections } from '@/lib/reglages/modele'
import type { Portee } from '@/lib/reglages/portee'
import { lireSection, saisieDesValeurs } from '@/lib/reglages/section-tapee'
import { sectionReglee } from '@/lib/reglages/sections/registre'

const reglages: Reglages = {
  delaiHabilitationJoursOuvres: 5,
  quotaTechniciensActif: false,
  inactivationGestionnaire: 'date_souhaitee',
  preavisRenouvellementMois: null,
  delaiMiseEnDemeureJours: 15,
  delaiMiseEnDemeurePortailJours: 30,
  delaiUrgentJours: 10,
  intervalleAnnuaireMois: 12,
  rendezVousRestreint: false,
  rendezVousModes: ['sur_place'],
  preavisInactivationJours: 15,
  intervalleRevueMois: 12,
  revueDelaiJours: 30,
  revueSuspensionJours: null,
  periodiciteStatistiques: 'annuelle',
  chiffresPublics: false,
  tailleMaxFichierOctets: 20_000_000,
  tailleMaxDemandeOctets: 100_000_000,
  delaiReouvertureJours: 30,
  documentDisponibleJours: 90,
  conservationDemandeMois: 60,
  conservationSansReponseMois: 24,
  conservationFichiersMois: 24,
  conservationRendezVousMois: 12,
  conservationCourrielsMois: 12,
  conservationHabilitationsMois: 24,
  conservationIncidentsMois: 36,
  conservationConventionsMois: 60,
  conservationFormationsMois: 36,
  conservationBibliothequeMois: 12,
  delaiNotificationViolationHeures: 48,
  secondFacteurTechniciens: false,
  lecturesParHeure: 80,
  telechargementsParHeure: 40,
  delais: { c2s: { delaiJours: 31, seuilAlerteJours: 1 } },
  services: ['dossier', 'signalement', 'rendez_vous', 'document', 'contact'].map((service) => ({
    service: service as Reglages['services'][number]['service'],
    actif: true,
  })),
}

const structure = {
  id: '00000000-0000-4000-8000-000000000001',
  partenaire: 'CCAS de Vaucreux',
  structure: 'CCAS de Vaucreux',
  plusieurs: false,
  membres: 8,
  techniciens: 7,
  signeeLe: '2025-06-01',
  revueOuverte: null,
  premierCompteLe: '2024-01-01',
  autreIntervalle: null,
}
const portee: Portee = {
  demandes: [],
  brouillons: [],
  partenaires: 3,
  habilitations: 2,
  misesEnDemeure: 0,
  inactivations: 0,
  structures: [structure],
}

const lire = (section: (typeof sections)[number], change: Record<string, string | string[]>) =>
  lireSection(section, saisieDesValeurs({ ...sectionReglee(section).valeurs(reglages), ...change }))

describe('each section', () => {
  it.each(sections)('%s reads back what its form shows, and changes nothing by it', (section) => {
    const { valeurs, erreurs } = lire(section, {})
    expect(erreurs).toBeUndefined()
    const definition = sectionReglee(section)
    expect(definition.lignes({ ...reglages, ...valeurs })).toEqual(definition.lignes(reglages))
  })

  it.each(sections)('%s answers an empty form in French, at its fields', (section) => {
    const { erreurs } = lireSection(section, {})
    for (const message of Object.values(erreurs ?? {})) expect(message).not.toMatch(/invalid|expected/i)
    if (section !== 'delais') expect(Object.keys(erreurs ?? {}).length).toBeGreaterThan(0)
  })
})

describe('bounds', () => {
  it('name the field where several of one form would say the same', () => {
    const { erreurs } = lire('services', { 'ordre.dossier': '-3', 'ordre.document': '-3' })
    const messages = Object.values(erreurs ?? {})
    expect(messages).toHaveLength(2)
    expect(new Set(messages).size).toBe(2)
    for (const message of messages) expect(message).toMatch(/^Rang de «.*négatif, entre 1 et 99$/)
  })

  it('refuse a negative number, a fraction, words and a number out of bounds, saying which would do', () => {
    const message = (valeur: string) => lire('habilitations', { delaiHabilitationJoursOuvres: valeur }).erreurs
    expect(message('-5')?.delaiHabilitationJoursOuvres).toMatch(/négatif.*entre 1 et 60/)
    expect(message('2,5')?.delaiHabilitationJoursOuvres).toMatch(/nombre entier/)
    expect(message('cinq')?.delaiHabilitationJoursOuvres).toMatch(/nombre entier/)
    expect(message('0')?.delaiHabilitationJoursOuvres).toMatch(/entre 1 et 60/)
    expect(message('')?.delaiHabilitationJoursOuvres).toMatch(/Indiquez/)
  })

  it('put the alert between the filing and the due date, and no urgent dossier behind an ordinary one', () => {
    expect(lire('delais', { 'seuil.c2s': '31' }).erreurs).toHaveProperty(['seuil.c2s'])
    expect(lire('delais', { 'seuil.c2s': '30' }).erreurs).toBeUndefined()
    expect(lire('delais', { 'delai.c2s': '' }).erreurs).toHaveProperty(['delai.c2s'])
    expect(lire('delais', { 'seuil.c2s': '' }).erreurs).toHaveProperty(['seuil.c2s'])
    expect(lire('delais', { 'delai.ame': '8', 'seuil.ame': '2' }).erreurs?.delaiUrgentJours).toMatch(/8\u00A0jours/)
  })

  it('keep a file within its demande, one service open and one way to meet', () => {
    expect(lire('fichiers', { tailleFichierMo: '50', tailleDemandeMo: '40' }).erreurs?.tailleFichierMo).toMatch(/40 Mo/)
    expect(lire('fichiers', { documentDisponibleJours: '0' }).erreurs?.documentDisponibleJours).toMatch(
      /entre 1 et 365/,
    )
    expect(lire('services', { 'actifs[]': [] }).erreurs).toHaveProperty('actifs')
    expect(lire('rendez-vous', { 'rendezVousModes[]': [] }).erreurs).toHaveProperty('rendezVousModes')
    expect(lire('rendez-vous', { 'rendezVousModes[]': ['fax'] }).erreurs).toBeDefined()
    expect(lire('conservation', { delaiNotificationViolationHeures: '96' }).erreurs).toBeDefined()
  })

  it('accept 0 for an immediate effect, and nothing for never', () => {
    expect(lire('conventions', { delaiMiseEnDemeureJours: '0' }).valeurs).toMatchObject({ delaiMiseEnDemeureJours: 0 })
    expect(lire('conventions', { preavisRenouvellementMois: '' }).valeurs).toMatchObject({
      preavisRenouvellementMois: null,
    })
    expect(lire('habilitations', { revueSuspensionJours: '' }).valeurs).toMatchObject({ revueSuspensionJours: null })
  })

  it('whatever is typed as a delay, what is accepted is a whole number within them', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), (texte) => {
        const { valeurs, erreurs } = lire('delais', { 'delai.puma': texte, 'seuil.puma': '0' })
        const delai = valeurs?.delais?.puma?.delaiJours
        expect(
          erreurs !== undefined || delai === undefined || (Number.isInteger(delai) && delai >= 10 && delai <= 365),
        ).toBe(true)
      }),
    )
  })
})

describe('what a change touches', () => {
  const effets = (section: (typeof sections)[number], change: Partial<Reglages>, autre: Partial<Portee> = {}) =>
    sectionReglee(section)
      .effets(reglages, { ...reglages, ...change }, { ...portee, ...autre }, '2026-03-12')
      .map(({ texte, liste }) => [texte, ...(liste ?? [])].join(' | '))

  it('names the partenaires over the quota when it is switched on', () => {
    expect(effets('habilitations', { quotaTechniciensActif: true })).toEqual([
      expect.stringMatching(/^1\u00A0partenaire dépasse .*CCAS de Vaucreux\u00A0: 7\u00A0techniciens, pour 5 au plus$/),
    ])
    expect(
      effets('habilitations', { quotaTechniciensActif: true }, { structures: [{ ...structure, techniciens: 5 }] })[0],
    ).toMatch(/Aucun partenaire/)
  })

  it('names the structures a shorter interval makes due, unless another caisse already does', () => {
    expect(effets('habilitations', { intervalleRevueMois: 6 })[0]).toMatch(
      /1\u00A0revue devient due.*1er\u00A0juin 2025/,
    )
    expect(
      effets('habilitations', { intervalleRevueMois: 6 }, { structures: [{ ...structure, autreIntervalle: 3 }] })[0],
    ).toMatch(/Aucune revue/)
    expect(
      effets(
        'habilitations',
        { intervalleRevueMois: 6 },
        { structures: [{ ...structure, revueOuverte: '2026-04-01' }] },
      ),
    ).toEqual([expect.stringMatching(/Aucune revue/), expect.stringMatching(/1\u00A0revue ouverte garde son échéance/)])
  })

  it('names who would be suspended for a revue left unsigned', () => {
    expect(
      effets(
        'habilitations',
        { revueSuspensionJours: 10 },
        { structures: [{ ...structure, revueOuverte: '2026-02-01' }] },
      )[0],
    ).toMatch(/1\u00A0partenaire sera suspendu.*CCAS de Vaucreux/)
    expect(effets('habilitations', { revueSuspensionJours: 10 })[0]).toMatch(/Aucun partenaire/)
  })

  it('counts the demandes whose target is frozen, those of the changed prestations only', () => {
    const demandes = [
      { service: 'dossier', motifId: structure.id, prestation: 'c2s', urgent: false, delaiJours: 31, nombre: 12 },
      { service: 'dossier', motifId: structure.id, prestation: 'puma', urgent: false, delaiJours: null, nombre: 4 },
      { service: 'dossier', motifId: structure.id, prestation: 'puma', urgent: true, delaiJours: 10, nombre: 1 },
    ]
    const plusCourt = { ...reglages.delais, c2s: { delaiJours: 20, seuilAlerteJours: 1 } }
    expect(effets('delais', { delais: plusCourt }, { demandes })[0]).toMatch(/^12\u00A0demandes ouvertes.*gardent/)
    expect(effets('delais', { delaiUrgentJours: 5 }, { demandes })[0]).toMatch(/^1\u00A0demande ouverte.*garde l/)
  })

  it('says of a closed service what goes on and what can no longer be sent', () => {
    const services = reglages.services.map((reglage) =>
      reglage.service === 'document' ? { ...reglage, actif: false } : reglage,
    )
    const compte = { service: 'document', motifId: structure.id, prestation: null, urgent: false, delaiJours: null }
    expect(
      effets(
        'services',
        { services },
        {
          demandes: [{ ...compte, nombre: 2 }],
          brouillons: [{ service: 'document', motifId: structure.id, nombre: 1 }],
        },
      ),
    ).toEqual([
      expect.stringMatching(/2\u00A0demandes ouvertes suivent leur cours\u202F; 1\u00A0brouillon ne pourra plus/),
    ])
  })
})

it('knows a label for every prestation', () => {
  expect(
    sectionReglee('delais')
      .lignes(reglages)
      .slice(0, prestations.length)
      .every(({ cle }) => cle),
  ).toBe(true)
})
