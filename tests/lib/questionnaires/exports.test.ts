import { beforeAll, describe, expect, it } from 'vitest'
import type { ResultatQuestion } from '@/lib/questionnaires/modele'
import { tablesDesResultats } from '@/lib/questionnaires/tables'
import { comparerClasseur, formatsRelus, libreOffice, relireClasseurs } from '@/tests/relire-classeurs'

const question = (rang: number, sienne: Partial<ResultatQuestion>): ResultatQuestion => ({
  id: `q${rang}`,
  rang,
  type: 'choix',
  intitule: '',
  options: [],
  obligatoire: false,
  repriseDeId: null,
  repondu: 0,
  lignes: [],
  moyenne: null,
  moyenneAvant: null,
  intituleAvant: null,
  textes: [],
  ...sienne,
})

const tables = tablesDesResultats({
  titre: 'Votre avis sur l’année 2025, « tout compris »',
  annee: 2025,
  anonyme: true,
  situation: 'clos',
  ouvreLe: '2025-12-01',
  fermeLe: '2026-01-15',
  resultats: {
    participation: { invites: 15, envoyees: 12 },
    masque: true,
    retenues: false,
    anneeAvant: 2024,
    questions: [
      question(1, {
        intitule: '+33 : par quel canal nous joignez-vous ?',
        repondu: 12,
        lignes: [
          { libelle: 'Portail', n: 7, part: 7 / 12, partAvant: 0.5 },
          { libelle: '=1+1', n: 5, part: 5 / 12, partAvant: null },
          { libelle: '@courriel', n: null, part: null, partAvant: null },
        ],
      }),
      question(2, { intitule: 'Les délais sont-ils tenus ?', type: 'echelle', moyenne: 3.75, moyenneAvant: 3.2 }),
      question(3, {
        intitule: 'Que changer ?',
        type: 'texte',
        textes: [
          { texte: '=HYPERLINK("http://exemple.invalid";"ici")', de: null },
          { texte: '-2 agents <au guichet> & l’après-midi', de: null },
        ],
      }),
    ],
  },
  destinataires: [
    { nom: 'CCAS de L’Haÿ-aux-Chênes', envoyeLe: new Date('2026-01-04T23:30:10Z') },
    { nom: '@ccueil du Val', envoyeLe: null },
  ],
})

describe.skipIf(!libreOffice)('LibreOffice reads the results of a questionnaire', () => {
  let relus: Awaited<ReturnType<typeof relireClasseurs>>
  beforeAll(async () => {
    relus = await relireClasseurs(tables)
  }, 90_000)

  it.each(formatsRelus)('in %s with its headings, its types and its sums, and no formula in it', (format) => {
    comparerClasseur(relus[format], tables)
    const cellules = [...relus[format].values()].flat(2)
    expect(cellules.filter(({ type }) => type === 'formule')).toEqual([])
    expect(cellules.map(({ valeur }) => valeur)).toContain('=HYPERLINK("http://exemple.invalid";"ici")')
    const recues = relus[format].get('Résultats')?.slice(1, 3) ?? []
    expect(recues.reduce((somme, rang) => somme + Number(rang.at(3)?.valeur), 0)).toBe(12)
    expect(recues.reduce((somme, rang) => somme + Number(rang.at(4)?.valeur), 0)).toBe(100)
  })
})
