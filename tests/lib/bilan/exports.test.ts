import { beforeAll, describe, expect, it, test } from 'vitest'
import type { Bilan, Echantillon, Mesures } from '@/lib/bilan/modele'
import { bilanEnPdf } from '@/lib/bilan/pdf'
import { enUneTable, type TableBilan, tablesDuBilan } from '@/lib/bilan/tables'
import type { CopilLu } from '@/lib/copil/modele'
import { ecrireTableur } from '@/lib/socle/tableur'
import { lirePdf } from '@/tests/lire-copie'
import { comparerClasseur, formatsRelus, libreOffice, relireClasseurs } from '@/tests/relire-classeurs'

const delai = (moyenne: number | null) => ({ moyenne, mediane: moyenne, neufSurDix: moyenne && moyenne * 2 })

function mesures(facteur: number): Mesures {
  const parPrestation = { puma: 7, c2s: 120, ame: 31, aide_financiere: 0, autre: 12, '': 9 }
  const fois = (n: number) => n * facteur
  return {
    deposees: fois(179),
    urgentes: fois(8),
    parService: [
      { service: 'dossier', n: fois(150) },
      { service: 'contact', n: fois(29) },
    ],
    parPrestation,
    tranches: [1, 2].map((rang) => ({
      libelle: `T${rang}`,
      du: rang === 1 ? '2025-01-01' : '2025-04-01',
      au: rang === 1 ? '2025-03-31' : '2025-06-30',
      deposees: rang === 1 ? 100 : 79,
      parPrestation: rang === 1 ? { ...parPrestation, c2s: 41 } : { ...parPrestation, c2s: 79, puma: null },
    })),
    traitees: fois(160),
    annulees: fois(5),
    effacees: 0,
    issues: [
      {
        service: 'dossier',
        traitees: fois(140),
        lignes: [
          { issue: 'accord', n: fois(100) },
          { issue: 'refus', n: null },
        ],
      },
    ],
    delais: [
      {
        prestation: null,
        traitees: fois(160),
        total: delai(17.44),
        net: delai(12.26),
        pause: 5.18,
        respect: { tot: 120, alerte: 20, hors: 10, sans: 10 },
      },
    ],
    avecComplement: fois(40),
    complements: fois(52),
    rouvertes: 6,
    pieces: [{ code: 'avis', libelle: '=HYPERLINK("http://exemple.invalid")', n: 14 }],
    mission: { total: 11, saisines: 5, orientees: 6 },
    rendezVous: { total: 20, fixe: 3, honore: 12, manque: 3, annule: 2 },
    transferts: { partis: 1, recus: 2 },
    formes: 8,
  }
}

const bilan: Bilan = {
  caisse: { id: 'c', nom: 'CPAM des Deux-Vallées' },
  partenaire: { id: 'p', nom: 'CCAS de L’Haÿ-aux-Chênes' },
  periode: {
    genre: 'libre',
    cle: 'libre',
    du: '2025-01-01',
    au: '2025-06-30',
    libelle: 'Du 1er janvier au 30 juin 2025',
  },
  precedente: { du: '2024-07-04', au: '2024-12-31', libelle: 'du 4 juillet 2024 au 31 décembre 2024' },
  courant: mesures(1),
  avant: mesures(2),
  enCours: { ouvertes: 19, retard: 2, alerte: 3, attente: 4 },
  masque: true,
  arreteLe: '2025-06-30',
  encours: false,
  motifs: [],
}

const echantillon: Echantillon = {
  graine: 'A7F3',
  taille: 10,
  population: 160,
  lignes: Array.from({ length: 10 }, (_, rang) => ({
    rang,
    id: `d${rang}`,
    reference: `25-00${1000 + rang}`,
    service: 'dossier',
    prestation: 'c2s',
    deposeeLe: '2025-02-03',
    closeLe: '2025-02-20',
    total: 17,
    pause: 4,
    respect: rang === 0 ? 'hors' : 'tot',
  })),
  total: delai(17),
  net: delai(13),
  hors: 1,
}

const copil: CopilLu = {
  id: 'x',
  etat: 'tenu',
  prevuLe: new Date('2025-07-03T08:00:00Z'),
  tenuLe: '2025-07-03',
  lieu: 'Salle des Tilleuls',
  presents: 'Mme Inès Ménard-Oyarzun, M. Loïc d’Almeida',
  commentaireCaisse: 'Les compléments viennent surtout des avis d’imposition.',
  commentairePartenaire: 'Deux départs au printemps.',
  decisions: [{ texte: '+ relancer à J+10', porteur: 'ensemble', echeanceLe: '2025-09-01', faiteLe: null }],
}

const tables = tablesDuBilan(bilan, echantillon, copil) as [TableBilan, ...TableBilan[]]

describe.skipIf(!libreOffice)('LibreOffice reads a bilan', () => {
  let relus: Awaited<ReturnType<typeof relireClasseurs>>
  beforeAll(async () => {
    relus = await relireClasseurs(tables)
  }, 90_000)

  it.each(formatsRelus)('in %s with its headings, its types and its sums', (format) => {
    comparerClasseur(relus[format], tables)
    const volumes = relus[format].get('Demandes reçues')?.slice(1, 3) ?? []
    expect(volumes.reduce((somme, rang) => somme + Number(rang.at(9)?.valeur), 0)).toBe(179)
  })
})

test('what looks like a formula stays a text in every format', () => {
  const csv = new TextDecoder().decode(ecrireTableur('csv', enUneTable(tables)))
  expect(csv).toContain("'=HYPERLINK")
  expect(csv).toContain("'+ relancer")
  expect(csv).not.toMatch(/(^|;|")[=+]/m)
  expect(csv).toContain('Chiffres clés;Demandes reçues;Période;179\r\n')
})

test('the PDF is tagged, and read back it says the figures, both comments and the decisions', async () => {
  const pdf = await bilanEnPdf(bilan, echantillon, copil, new Date('2025-07-04T08:00:00Z'))
  const brut = pdf.toString('latin1')
  for (const balise of ['/Marked true', '/Lang (fr-FR)', '/Table', '/TH', '/TD', '/Figure', '/H1', '/H2'])
    expect(brut).toContain(balise)
  const texte = lirePdf(pdf).replace(/[\s\u00a0\u202f]+/g, ' ')
  for (const dit of [
    'Du 1er janvier au 30 juin 2025',
    'Les compléments viennent surtout des avis d’imposition.',
    'Deux départs au printemps.',
    'Salle des Tilleuls',
    '+ relancer à J+10',
    'masqué',
    'tirage n° A7F3',
    '25-001003',
  ])
    expect(texte).toContain(dit)
})

test('who reads no demande has the figures of the draw in the PDF, and none of its references', async () => {
  const sansNom = { ...echantillon, lignes: echantillon.lignes.map((ligne) => ({ ...ligne, reference: null })) }
  const texte = lirePdf(await bilanEnPdf(bilan, sansNom, copil, new Date('2025-07-04T08:00:00Z')))
  expect(texte.replace(/[\s\u00a0\u202f]+/g, ' ')).toContain('tirage n° A7F3')
  expect(texte).not.toContain('25-00100')
})

test('a draw of nothing and a bilan of nothing leave their tables out', () => {
  const vide: Bilan = {
    ...bilan,
    courant: {
      ...mesures(0),
      issues: [],
      delais: [],
      pieces: [],
      rendezVous: { total: 0, fixe: 0, honore: 0, manque: 0, annule: 0 },
    },
  }
  const dites = tablesDuBilan(vide, { ...echantillon, lignes: [] }, null).map(({ feuille }) => feuille)
  expect(dites).toEqual(['Présentation', 'Chiffres clés', 'Demandes reçues', 'Services'])
})
