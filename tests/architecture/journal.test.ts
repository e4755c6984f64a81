import { describe, expect, it } from 'vitest'
import { evenementsDe, type Famille, familles, intituleEvenement, libellesEvenement } from '@/lib/journal/libelles'
import { motsDesPages, pageEnMots } from '@/lib/journal/pages'
import { adresseDe, sources } from './sources'

/**
 * Every act, page and download leaves a row in the journal. Those that leave none stand here, with the reason; that each action
 * writes its row when it succeeds is tried by `droits-actions.test.ts`.
 */
const routesSansLigne: Record<string, string> = {
  '/api/demandes/[reference]/presence GET': 'who else is on the page of a demande, whose opening is a row',
  '/api/demandes/[reference]/presence POST': 'the same, said every half minute',
  '/api/demandes/notice GET': 'a text that is the same for all',
  '/api/bibliotheque/[id]/versions POST': 'the row is written with the file',
  '/api/conventions/documents POST': 'the row is written with the file',
  '/api/conventions/documents GET': 'states of an analysis, asked for every second',
  '/api/equipe/modele GET': 'an empty sheet',
  '/api/pieces-jointes POST': 'the row is written with the file',
  '/api/pieces-jointes GET': 'states of an analysis, asked for every second',
}

/** Pages whose query writes a row of its own, that names what was opened. */
const pagesQuiEcrivent = [
  '/caisse/demandes/[reference]',
  '/caisse/personnes/[id]/recherche',
  '/compte/donnees',
  '/demandes/[reference]',
]

describe('the journal', () => {
  it('is given its event by every route of someone signed in, or the route says why not', () => {
    const muettes = sources('app', /^route\.tsx?$/).flatMap(({ chemin, texte }) =>
      [...texte.matchAll(/export const (\w+) = defineRoute[\s\S]{0,200}?journal: (null|'[a-z_.]+')/g)]
        .filter(([, , evenement]) => evenement === 'null')
        .map(([, verbe]) => `${adresseDe(chemin)} ${verbe}`),
    )
    expect(muettes.sort()).toEqual(Object.keys(routesSansLigne).sort())
  })

  it('keeps the row of a page, unless the page writes a better one itself', () => {
    const muettes = sources('app', /^page\.tsx$/).filter(({ texte }) => /dejaConsignee: true/.test(texte))
    expect(muettes.map(({ chemin }) => adresseDe(chemin)).sort()).toEqual(pagesQuiEcrivent)
  })

  it('names in words every page it keeps a row of, each its own', () => {
    const gardees = sources('app', /^page\.tsx$/).filter(({ texte }) => /await exigerActeur\(\s*'/.test(texte))
    expect(Object.keys(motsDesPages).sort()).toEqual(gardees.map(({ chemin }) => adresseDe(chemin)).sort())
    for (const [patron, mots] of Object.entries(motsDesPages)) {
      expect(mots, patron).toMatch(/^[^\s[\]]/)
      const id = '01a034ac-db9f-7b5d-8a2d-895d07c191a5'
      expect(pageEnMots(patron.replaceAll(/\[\w+\]/g, id)), patron).toBe(mots)
    }
    expect(pageEnMots('/caisse/demandes/26-004817')).toBe('Une demande, 26-004817')
    expect(pageEnMots('/caisse/demandes/transferees')).toBe('Demandes transférées')
    expect(pageEnMots('/ancienne/page/26-004817')).toBeNull()
  })

  it('is written by its own module alone', () => {
    const directes = ['app', 'components', 'lib', 'prisma']
      .flatMap((dossier) => sources(dossier, /\.tsx?$/))
      .filter(({ chemin }) => chemin !== 'lib/journal/ecrire.ts')
      .filter(({ texte }) =>
        /\bjournal\.(create|createMany|upsert|update|delete)\w*\(|INSERT INTO journal\b/.test(texte),
      )
      .map(({ chemin }) => chemin)
    expect(directes).toEqual([])
  })

  it('holds no words: what is typed never stands among the details of a row', () => {
    const bavardes = sources('lib', /\.ts$/)
      .filter(({ chemin }) => !chemin.startsWith('lib/journal/'))
      .flatMap(({ chemin, texte }) =>
        [...texte.matchAll(/journal(?:iser\w*)?(?:\(tx, |: )\{[^]{0,300}?details: \{([^{}]*)\}/g)]
          .map(([, contenu = '']) => contenu)
          .filter((contenu) =>
            /\b(texte|message|nom|prenom|note|description|courriel|titre|libelle|motDePasse|nomFichier)\b(?!: id\b)\s*[,:}]|\.(nom|prenom|titre|libelle|texte)\b/.test(
              `${contenu}}`,
            ),
          )
          .map((contenu) => `${chemin} : ${contenu.trim().replace(/\s+/g, ' ')}`),
      )
    expect(bavardes).toEqual([])
  })

  it('has words for each event, in a family of the filter, without a code left in them', () => {
    for (const [action, { famille, mots }] of Object.entries(libellesEvenement)) {
      expect(Object.keys(familles), action).toContain(famille)
      expect(mots, action).toMatch(/^(a|s’est|n’a) /)
      expect(intituleEvenement(action), action).not.toMatch(/[{}_]/)
    }
    expect(Object.keys(familles).every((famille) => evenementsDe(famille as Famille).length > 0)).toBe(true)
  })
})
