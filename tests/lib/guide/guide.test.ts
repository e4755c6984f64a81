import { describe, expect, it } from 'vitest'
import { pages } from '@/e2e/carte'
import { adresseGuide, aidePour, autresGuidesDe, guides, guidesDe } from '@/lib/guide/guides'
import { type ProfilDuGuide, profilsDuGuide } from '@/lib/guide/modele'
import { adresseEtape, rangEtape, visiteDe } from '@/lib/guide/visites'
import { motsDesPages } from '@/lib/journal/pages'
import type { Habilitation } from '@/lib/socle/acteur'
import { typo } from '@/lib/socle/format'
import type { Connecte } from '@/tests/architecture/droits/profils'
import { adresseDe, sources } from '@/tests/architecture/sources'

const compte: Record<ProfilDuGuide, Habilitation> = {
  technicien: { profil: 'technicien', roles: [] },
  gestionnaire: { profil: 'gestionnaire', roles: [] },
  agent: { profil: 'caisse', roles: ['agent'] },
  referent: { profil: 'caisse', roles: ['referent'] },
  dpo: { profil: 'caisse', roles: ['dpo'] },
  administrateur: { profil: 'administrateur', roles: [] },
}

/** As the matrix of rights names them. */
const nomDansLaCarte: Record<ProfilDuGuide, Connecte> = {
  technicien: 'technicien',
  gestionnaire: 'gestionnaire',
  agent: 'agent',
  referent: 'référent',
  dpo: 'DPO',
  administrateur: 'administrateur',
}

const peutOuvrir = (profil: ProfilDuGuide, page: string) =>
  pages[page]?.ouvertA.includes(nomDansLaCarte[profil]) ?? false

/** A path of the portal as its page is named: `/caisse/bilans` for itself, `/demandes/[reference]` for a reference. */
const convient = (patron: string, chemin: string) => new RegExp(`^${patron.replace(/\[\w+\]/g, '[^/]+')}$`).test(chemin)

const publiques = sources('app', /^page\.tsx$/)
  .map(({ chemin }) => adresseDe(chemin))
  .filter((adresse) => !(adresse in motsDesPages))

/** Every text of a guide and of its tour. */
const textesDe = (profil: ProfilDuGuide): string[] => [
  guides[profil].chapeau,
  ...guides[profil].chapitres.flatMap(({ quand, etapes, ensuite = '', questions = [], appeler }) => [
    quand,
    ...etapes,
    ensuite,
    ...questions.flat(),
    appeler,
  ]),
  ...visiteDe(compte[profil]).flatMap(({ texte }) => texte),
]

/** Words between a tag, a quote or a brace and the next one, all spaces alike: what a screen shows as one whole. */
function motsDesEcrans(): Set<string> {
  const mots = new Set<string>()
  const lus = ['app', 'components', 'lib'].flatMap((dossier) => sources(dossier, /\.tsx?$/))
  for (const { texte } of lus.filter(({ chemin }) => !chemin.startsWith('lib/guide/')))
    for (const morceau of texte.replace(/\{'(\\u00a0|\\u202f| )'\}|\\u00a0|\\u202f/gi, ' ').split(/[<>'"`{}]/))
      mots.add(uni(morceau))
  return mots
}

const uni = (texte: string) =>
  texte
    .replace(/\s+/g, ' ')
    .replace(/ (?=[:;!?])/g, '')
    .trim()

const ecrans = motsDesEcrans()

describe('the guide', () => {
  it.each(profilsDuGuide)('of a %s names the screens as they are', (profil) => {
    const dits = textesDe(profil).flatMap((texte) =>
      [...texte.matchAll(/«([^»]+)»/g)].map(([, mots = '']) => uni(mots)),
    )
    expect(dits.length).toBeGreaterThan(15)
    expect(dits.filter((mots) => !ecrans.has(mots))).toEqual([])
    expect(ecrans.has('Un bouton que personne n’a écrit')).toBe(false)
  })

  it.each(profilsDuGuide)('of a %s leads to pages that this profile may open', (profil) => {
    const liens = textesDe(profil).flatMap((texte) =>
      [...texte.matchAll(/\]\(([^)#?]+)[^)]*\)/g)].map(([, l = '']) => l),
    )
    expect(liens.length).toBeGreaterThan(8)
    const fermes = liens.filter((lien) => !publiques.includes(lien) && !peutOuvrir(profil, lien))
    expect(fermes).toEqual([])
  })

  it.each(profilsDuGuide)('of a %s has a chapter for each page this profile may open', (profil) => {
    const siennes = Object.keys(motsDesPages).filter((page) => peutOuvrir(profil, page))
    expect(siennes.length).toBeGreaterThan(20)
    expect(siennes.filter((page) => aidePour(compte[profil], page) === '/guide')).toEqual([])
  })

  it.each(profilsDuGuide)('of a %s speaks of pages that exist, in chapters that each have a name', (profil) => {
    const { chapitres } = guides[profil]
    expect(new Set(chapitres.map(({ cle }) => cle)).size).toBe(chapitres.length)
    const connues = Object.keys(motsDesPages)
    const perdues = chapitres
      .flatMap(({ pages: aidees }) => aidees)
      .filter(
        (aidee) => !connues.some((page) => page.startsWith(`${aidee}/`) || page === aidee || convient(page, aidee)),
      )
    expect(perdues).toEqual([])
    for (const texte of textesDe(profil)) {
      expect(texte.match(/«/g)?.length, texte).toBe(texte.match(/»/g)?.length)
      // Written with ordinary spaces: the page sets the others, once.
      expect(texte, texte).not.toMatch(/[\u00a0\u202f]/)
      expect(typo(texte).match(/\]\([^)]+\)/g), texte).toEqual(texte.match(/\]\([^)]+\)/g))
    }
  })

  it('leads to the chapter of the very page before the one of its folder', () => {
    const { technicien, agent, referent } = compte
    expect(aidePour(technicien, '/demandes')).toBe('/guide/technicien#accueil')
    expect(aidePour(technicien, '/demandes/26-009030')).toBe('/guide/technicien#suivre')
    expect(aidePour(technicien, '/demandes/nouvelle/dossier')).toBe('/guide/technicien#deposer')
    expect(aidePour(technicien, '/demandes/brouillon/0190-x/pieces')).toBe('/guide/technicien#pieces')
    expect(aidePour(referent, '/caisse/bilans/0190-x/copil')).toBe('/guide/referent#copil')
    expect(aidePour(agent, '/caisse/filet')).toBe('/guide')
    // Somebody who is both is told what concerns the page.
    const deux: Habilitation = { profil: 'caisse', roles: ['referent', 'agent'] }
    expect(guidesDe(deux)).toEqual(['agent', 'referent'])
    expect(aidePour(deux, '/caisse/conventions')).toBe('/guide/referent#conventions')
    expect(aidePour(deux, '/caisse/file')).toBe('/guide/agent#file')
  })

  it('is read by its profile, and by those who help it', () => {
    expect(autresGuidesDe(compte.technicien)).toEqual([])
    expect(autresGuidesDe(compte.gestionnaire)).toEqual(['technicien'])
    expect(autresGuidesDe(compte.agent)).toEqual(['technicien', 'gestionnaire', 'referent', 'dpo'])
    expect(autresGuidesDe(compte.administrateur)).toEqual(
      profilsDuGuide.filter((profil) => profil !== 'administrateur'),
    )
    expect(adresseGuide('dpo')).toBe('/guide/dpo')
  })
})

it('has a tour of four steps for each profile, and takes an address that is none for the first', () => {
  for (const profil of profilsDuGuide) expect(visiteDe(compte[profil])).toHaveLength(4)
  expect([undefined, '2', '4', '5', '0', 'x', ['2', '3']].map((lu) => rangEtape(lu, 4))).toEqual([1, 2, 4, 1, 1, 1, 1])
  expect(adresseEtape(2)).toBe('/premiere-visite?etape=2')
})
