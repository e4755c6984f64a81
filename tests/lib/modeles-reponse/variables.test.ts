import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messageSchema } from '@/lib/demandes/schema-actes'
import { modeleSchema } from '@/lib/modeles-reponse/schema'
import { valeursInventees } from '@/lib/modeles-reponse/valeurs'
import {
  refusVariables,
  remplir,
  type Valeurs,
  type Variable,
  variables,
  variablesInconnues,
} from '@/lib/modeles-reponse/variables'

const noms = Object.keys(variables) as Variable[]
const vides = Object.fromEntries(noms.map((nom) => [nom, null])) as Valeurs

const sansAccolade = fc.string({ unit: 'grapheme' }).filter((texte) => !/[{}]/.test(texte))
const morceau = fc.oneof(
  sansAccolade.map((texte) => ({ ecrit: texte, rempli: texte })),
  fc.constantFrom(...noms).map((nom) => ({ ecrit: `{{${nom}}}`, rempli: valeursInventees[nom] ?? '' })),
  fc.constantFrom(...noms).map((nom) => ({ ecrit: `{{ ${nom.toUpperCase()} }}`, rempli: valeursInventees[nom] ?? '' })),
)

describe('the variables of a template', () => {
  it('are all known, filled and named in the help', () => {
    for (const nom of noms) {
      expect(refusVariables(`Bonjour {{${nom}}}`)).toBeNull()
      expect(remplir(`{{${nom}}}`, valeursInventees)).toBe(valeursInventees[nom])
      expect(variables[nom]).not.toBe('')
    }
  })

  it('leave every other word as it was written', () => {
    fc.assert(
      fc.property(fc.array(morceau), (morceaux) => {
        const ecrit = morceaux.map((m) => m.ecrit).join('')
        expect(remplir(ecrit, valeursInventees)).toBe(morceaux.map((m) => m.rempli).join(''))
        expect(variablesInconnues(ecrit)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('are refused when unknown, empty or not closed, with the words that were written', () => {
    expect(refusVariables('Le {{nir}} de {{personne}}')).toContain('«\u00A0{{nir}}\u00A0» n’est pas une variable')
    expect(refusVariables('Le {{}}')).toContain('vides')
    expect(refusVariables('Le {{reference')).toContain('n’est pas fermée')
    expect(refusVariables('Le reference}}')).toContain('n’est pas fermée')
    fc.assert(
      fc.property(sansAccolade, (nom) => {
        fc.pre(!noms.includes(nom.trim().toLowerCase() as Variable))
        expect(refusVariables(`{{${nom}}}`)).not.toBeNull()
      }),
    )
  })

  it('do not run again what a demande says', () => {
    const piege = { ...valeursInventees, personne: '{{agent}} $& $1' }
    expect(remplir('{{personne}}', piege)).toBe('{{agent}} $& $1')
  })

  it('leave a blank where the demande says nothing, with which nothing is sent', () => {
    const texte = remplir('Il manque {{pieces_manquantes}}.', vides)
    expect(texte).toBe('Il manque [à compléter\u00A0: pièces obligatoires qui ne sont pas arrivées].')
    const message = { id: '0194d5b4-5a3e-7c21-8a44-0d2b8f6f2c11', version: '1', texte }
    expect(messageSchema.safeParse(message).error?.issues[0]).toMatchObject({ path: ['texte'] })
    expect(messageSchema.safeParse({ ...message, texte: 'Il manque le RIB.' }).success).toBe(true)
  })
})

describe('a template', () => {
  const modele = {
    id: '',
    version: '0',
    titre: 'Reçu',
    texte: 'Bonjour',
    portee: 'toutes',
    acte: 'repondre',
    issue: '',
  }
  const erreurs = (champs: object) =>
    modeleSchema.safeParse({ ...modele, ...champs }).error?.issues.map(({ path }) => path.join('.'))

  it('holds no NIR, no unknown variable, and says what it is for', () => {
    expect(erreurs({})).toBeUndefined()
    expect(erreurs({ texte: 'Le 2 87 07 14 118 456 15 est fermé.' })).toEqual(['texte'])
    expect(erreurs({ titre: 'Pour le 2 87 07 14 118 456 15' })).toEqual(['titre'])
    expect(erreurs({ texte: '{{nom_du_chien}}' })).toEqual(['texte'])
    expect(erreurs({ portee: 'service:autre' })).toEqual(['portee'])
    expect(erreurs({ acte: 'clore' })).toEqual(['issue'])
  })
})
