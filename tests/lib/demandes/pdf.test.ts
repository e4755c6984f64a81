import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { accuseDeReception, type DonneesAccuse } from '@/lib/demandes/accuse-pdf'
import { noticeInformation } from '@/lib/demandes/notice-pdf'

const donnees: DonneesAccuse = {
  reference: '26-004817',
  caisse: 'CPAM des Deux-Vallées',
  partenaire: 'CCAS de Vaucreux',
  service: 'Demande d’étude de dossier',
  motif: 'Complémentaire santé solidaire, première demande',
  recueLe: new Date('2026-03-12T13:21:00Z'),
  personne: 'Mme Ayşe Śliwińska-Œuvrard',
  deposeePar: 'Maëlle Le Gall-Fournier',
  pieces: ['carte-recto.heic', 'Avis d’impôts 2025.pdf'],
  delai: '30 jours à partir d’un dossier complet',
  reponseAvant: 'samedi 11 avril 2026',
}
const notice = {
  caisse: 'CPAM des Deux-Vallées',
  partenaire: 'CCAS de Vaucreux',
  dpo: {
    adresse: 'Délégué à la protection des données, 12 rue des Tilleuls, 76000 Vaucreux',
    courriel: 'dpo@exemple.fr',
  },
  conservation: '5 ans après la réponse',
  fichiers: '2 ans',
  editeeLe: new Date('2026-03-12T13:21:00Z'),
}

const brut = (pdf: Buffer) => pdf.toString('latin1')

const flux = (pdf: Buffer) =>
  [...brut(pdf).matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, contenu = '']) => {
    try {
      return [inflateSync(Buffer.from(contenu, 'latin1')).toString('latin1')]
    } catch {
      return []
    }
  })

/** The text drawn by the page, read through the table that says which character each glyph is. */
function texteDe(pdf: Buffer): string {
  const contenus = flux(pdf)
  const tables = contenus
    .filter((contenu) => contenu.includes('beginbfrange'))
    .map((contenu) =>
      [...contenu.matchAll(/<([0-9a-f]+)>(?=[\s\]])(?! <[0-9a-f]{4}> \[)/gi)].map(([, code = '']) => code),
    )
  const page = contenus.find((contenu) => contenu.includes('/Artifact'))
  expect(page).toBeDefined()
  return tables
    .flat()
    .map((code) => String.fromCharCode(...(code.match(/.{4}/g) ?? []).map((h) => Number.parseInt(h, 16))))
    .join('')
}

function verifierAccessible(pdf: Buffer, titre: string) {
  const contenu = brut(pdf)
  expect(contenu.startsWith('%PDF-1.7')).toBe(true)
  expect(contenu).toContain('/StructTreeRoot')
  expect(contenu).toMatch(/\/MarkInfo (\d+ 0 R|<<)/)
  expect(contenu).toContain('/Lang (fr-FR)')
  expect(contenu).toContain('/DisplayDocTitle true')
  expect(contenu).toContain('pdfuaid:part')
  expect(contenu).toContain('/Tabs /S')
  expect(Buffer.from(pdf).includes(Buffer.from(`<rdf:li xml:lang="x-default">${titre}</rdf:li>`))).toBe(true)
  for (const balise of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody'])
    expect(contenu).toContain(`/S /${balise}\n`)
  expect(contenu.match(/\/Type \/Page\n/g)).toHaveLength(1)
  // Both fonts are embedded, and no standard one is asked from the reader.
  expect(contenu.match(/\/FontFile2/g)).toHaveLength(2)
  expect(contenu).not.toContain('/Subtype /Type1\n')
  // Nothing is drawn outside a tag or an artifact.
  const page = flux(pdf).find((texte) => texte.includes('/Artifact')) ?? ''
  let profondeur = 0
  for (const [operateur] of page.matchAll(/\b(?:BDC|BMC|EMC|BT)\b/g)) {
    if (operateur === 'BT') expect(profondeur).toBeGreaterThan(0)
    else profondeur += operateur === 'EMC' ? -1 : 1
  }
  expect(profondeur).toBe(0)
}

describe('the acknowledgement', () => {
  it('is one tagged page, in French, with its title and its own fonts', async () => {
    const pdf = await accuseDeReception(donnees)
    verifierAccessible(pdf, 'Accusé de réception de la demande 26-004817')
    expect(brut(pdf).match(/\/Scope \/Row/g)).toHaveLength(6)
    expect(pdf.length).toBeLessThan(84_000)
  })

  it('has a drawing for every letter of a name from elsewhere', async () => {
    const texte = texteDe(await accuseDeReception({ ...donnees, personne: 'M. Łukasz Őry-Çelik Ğünşığ Nguyễn Žižić' }))
    for (const lettre of 'ŁŐÇĞşığễŽžć’') expect(texte).toContain(lettre)
  })

  it('holds on its page whatever the number of pieces and the length of names', async () => {
    const long = 'Établissement public intercommunal des Hautes-Terres et de la Vallée, '.repeat(5)
    for (const nombre of [0, 1, 9, 40, 200]) {
      const pieces = Array.from({ length: nombre }, (_, i) => `${i} ${'W'.repeat(115)}.pdf`)
      const pdf = await accuseDeReception({
        ...donnees,
        pieces,
        caisse: long,
        partenaire: long,
        service: long,
        motif: long,
        personne: long,
        deposeePar: long,
      })
      expect(brut(pdf).match(/\/Type \/Page\n/g)).toHaveLength(1)
    }
  })

  it('does without a person, a delay and pieces', async () => {
    const pdf = await accuseDeReception({ ...donnees, personne: null, delai: null, reponseAvant: null, pieces: [] })
    expect(brut(pdf).match(/\/Scope \/Row/g)).toHaveLength(5)
  })

  it('is the same file twice for the same demande', async () => {
    expect((await accuseDeReception(donnees)).equals(await accuseDeReception(donnees))).toBe(true)
  })
})

describe('the information notice', () => {
  it('is one tagged page, in French', async () => {
    verifierAccessible(await noticeInformation(notice), 'Vos données\u00A0: ce qu’il faut savoir')
  })

  it('holds on its page with long names', async () => {
    const long = 'Établissement public intercommunal des Hautes-Terres et de la Vallée, '.repeat(2)
    const pdf = await noticeInformation({
      ...notice,
      caisse: long,
      partenaire: long,
      dpo: { adresse: long.repeat(2), courriel: null },
    })
    expect(brut(pdf).match(/\/Type \/Page\n/g)).toHaveLength(1)
  })
})
