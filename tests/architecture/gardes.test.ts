import { describe, expect, it } from 'vitest'
import { adresseDe, sources } from './sources'

/** Pages that show nothing of anyone: open to people who are not signed in. A new page is guarded, or is added here on purpose. */
const pagesPubliques = [
  '/',
  '/accessibilite',
  '/activation/[jeton]',
  '/aide',
  '/aide-connexion',
  '/cgu',
  // The figures of a caisse that has opened them.
  '/chiffres/[caisse]',
  '/maintenance',
  '/confidentialite',
  '/connexion',
  '/connexion/confirmer',
  '/connexion/second-facteur',
  '/dev/courriels',
  '/double-authentification',
  '/mesure',
  '/mot-de-passe/changer',
  '/mot-de-passe/nouveau/[jeton]',
  '/mot-de-passe/oublie',
  '/signalement-recu',
  '/styleguide',
  '/styleguide/cadres',
]
// `/recherche` keeps the words typed for the account and sends on to a guarded page: it reads nothing.
const routesPubliques = [
  '/.well-known/security.txt',
  '/api/[...inconnu]',
  '/api/courriels-demo',
  '/api/csp',
  '/api/oidc/depart',
  '/api/oidc/retour',
  '/api/sante',
  '/dev/courriels.json',
  '/recherche',
  '/robots.txt',
]

describe('guards', () => {
  it('every page asks who acts, or is listed as public', () => {
    const sansGarde = sources('app', /^page\.tsx$/)
      .filter(({ texte }) => !/await exigerActeur\(\s*'/.test(texte))
      .map(({ chemin }) => adresseDe(chemin))
    expect(sansGarde.filter((adresse) => !pagesPubliques.includes(adresse))).toEqual([])
  })

  it('no page listed as public is missing or has become guarded', () => {
    const pages = sources('app', /^page\.tsx$/)
    for (const adresse of pagesPubliques) {
      const page = pages.find(({ chemin }) => adresseDe(chemin) === adresse)
      expect(page, adresse).toBeDefined()
      expect(page?.texte, adresse).not.toMatch(/await exigerActeur\(\s*'/)
    }
  })

  it('every handler of a route goes through defineRoute, or the route is listed as public', () => {
    for (const { chemin, texte } of sources('app', /^route\.tsx?$/)) {
      if (routesPubliques.includes(adresseDe(chemin))) continue
      const poignees = [
        ...texte.matchAll(/export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g),
      ]
      const gardees = [...texte.matchAll(/export const (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) = defineRoute[<(]/g)]
      expect(poignees.length, chemin).toBeGreaterThan(0)
      expect(gardees.length, chemin).toBe(poignees.length)
    }
  })

  it('every server action is made by defineAction or defineActionPublique, in a file named actions.ts', () => {
    const avecServeur = [
      ...sources('lib', /\.tsx?$/),
      ...sources('components', /\.tsx?$/),
      ...sources('app', /\.tsx?$/),
    ].filter(({ texte }) => /^\s*['"]use server['"]/m.test(texte))
    for (const { chemin, texte } of avecServeur) {
      if (chemin === 'app/styleguide/actions.ts') continue
      expect(chemin).toMatch(/^lib\/[a-z-]+\/actions\.ts$/)
      for (const [, nom, valeur] of texte.matchAll(/^export (?:const|async function|function) (\w+)(?: = (\w+))?/gm)) {
        // A plain function calls a guarded action of the same file.
        if (nom === 'deconnexion' || nom === 'quitterVisite') continue
        expect(['defineAction', 'defineActionPublique'], `${chemin} ${nom}`).toContain(valeur)
      }
    }
    expect(avecServeur.length).toBeGreaterThan(1)
  })

  it('nothing is authorised in a layout or in proxy.ts', () => {
    for (const { chemin, texte } of sources('app', /^layout\.tsx$/))
      expect(texte, chemin).not.toMatch(/exigerActeur|aDroit/)
  })
})
