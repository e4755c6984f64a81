import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MASQUE_SOUS } from '@/lib/bilan/regles'
import { type Question, typesQuestion, type Valeur } from '@/lib/questionnaires/modele'
import {
  comparables,
  datesParDefaut,
  depouiller,
  lireValeur,
  lireValeurs,
  manquantes,
  reponsesOffertes,
  seuilDeRappel,
  situationDe,
  valeurEnMots,
} from '@/lib/questionnaires/regles'
import { questionnaireSchema, questionSchema } from '@/lib/questionnaires/schema'
import { enParties } from '@/lib/socle/jour'
import { ajouterJours, debutDuJour } from '@/lib/socle/temps'

const question = (plus: Partial<Question> = {}): Question => ({
  id: 'a',
  rang: 1,
  type: 'choix',
  intitule: 'Essai ?',
  options: plus.type === undefined || ['choix', 'plusieurs'].includes(plus.type) ? ['Un', 'Deux', 'Trois'] : [],
  obligatoire: true,
  repriseDeId: null,
  ...plus,
})

const uneQuestion = fc.constantFrom(...typesQuestion).map((type) => question({ type }))

describe('what is typed', () => {
  it.each([
    ['choix', '1', 1],
    ['plusieurs', ['2', '0', '2'], [0, 2]],
    ['echelle', '5', 5],
    ['oui_non', 'non', false],
    ['texte', '  Merci.\r\nÀ bientôt ', 'Merci.\nÀ bientôt'],
  ] as const)('is read, for %s', (type, brut, valeur) => {
    expect(lireValeur(question({ type }), brut)).toEqual({ valeur })
  })

  it.each([
    ['choix', '3'],
    ['choix', '-1'],
    ['choix', ['0']],
    ['plusieurs', '0'],
    ['plusieurs', ['0', '9']],
    ['echelle', '0'],
    ['echelle', '6'],
    ['oui_non', 'peut-être'],
    ['texte', 'Dossier 1 85 05 78 006 084 91'],
    ['texte', 'a'.repeat(2_001)],
  ] as const)('is refused in words when it was not offered, for %s: %j', (type, brut) => {
    expect(lireValeur(question({ type }), brut)).toEqual({ erreur: expect.stringMatching(/.{20}/) })
  })

  it('is nothing when nothing was, which a mandatory question does not accept', () => {
    fc.assert(
      fc.property(uneQuestion, fc.constantFrom(undefined, ''), (q, brut) => {
        if (q.type === 'plusieurs' && brut === '') return
        const { valeurs, erreurs } = lireValeurs([q], { a: brut })
        expect([valeurs, erreurs]).toEqual([{}, {}])
        expect(manquantes([q], valeurs)).toEqual([q])
        expect(manquantes([{ ...q, obligatoire: false }], valeurs)).toEqual([])
      }),
    )
  })

  it('never gives more than a value that was offered, whatever is sent', () => {
    fc.assert(
      fc.property(uneQuestion, fc.anything(), (q, brut) => {
        const { valeur, erreur } = lireValeur(q, brut)
        expect(valeur === undefined || erreur === undefined).toBe(true)
        if (valeur === undefined || q.type === 'texte') return
        const mots = valeurEnMots(q, valeur)
        const offertes = reponsesOffertes(q)
        for (const mot of q.type === 'echelle' ? [mots.slice(0, 1)] : mots.split(', ')) expect(offertes).toContain(mot)
      }),
    )
  })
})

/** Values that such a question may hold. */
const valeurDe = ({ type }: Question): fc.Arbitrary<Valeur> => {
  if (type === 'plusieurs') return fc.uniqueArray(fc.nat(2), { minLength: 1 }).map((rangs) => rangs.toSorted())
  if (type === 'echelle') return fc.integer({ min: 1, max: 5 })
  return type === 'oui_non' ? fc.boolean() : fc.nat(2)
}
const cochables = fc
  .constantFrom('choix', 'plusieurs', 'echelle', 'oui_non')
  .map((type) => question({ type } as Partial<Question>))
const reponses = cochables.chain((q) =>
  fc.record({ q: fc.constant(q), valeurs: fc.array(valeurDe(q), { maxLength: 40 }), sans: fc.nat(8) }),
)

describe('counts', () => {
  it('are those of an independent count, and share out everybody when nothing is kept back', () => {
    fc.assert(
      fc.property(reponses, ({ q, valeurs, sans }) => {
        const { repondu, comptes, moyenne } = depouiller(q, valeurs, valeurs.length + sans, false)
        expect(repondu).toBe(valeurs.length)
        const dits = valeurs.map((valeur) => valeurEnMots(q, valeur))
        const attendus = reponsesOffertes(q).map(
          (offerte) =>
            dits.filter((dit) => (q.type === 'echelle' ? dit.startsWith(offerte) : dit.split(', ').includes(offerte)))
              .length,
        )
        expect(comptes).toEqual(attendus)
        if (q.type !== 'plusieurs') expect(comptes.reduce((a, b) => (a ?? 0) + (b ?? 0), 0)).toBe(valeurs.length)
        if (q.type === 'echelle' && valeurs.length > 0)
          expect(moyenne).toBeCloseTo(valeurs.reduce<number>((somme, n) => somme + Number(n), 0) / valeurs.length)
      }),
    )
  })

  it('never show a small one when they are kept back, nor what a subtraction would give back', () => {
    fc.assert(
      fc.property(reponses, ({ q, valeurs, sans }) => {
        const envoyees = valeurs.length + sans
        const { repondu, comptes, moyenne } = depouiller(q, valeurs, envoyees, true)
        for (const n of [repondu, ...comptes]) if (n !== null) expect(n === 0 || n >= MASQUE_SOUS).toBe(true)
        if (q.type !== 'plusieurs' && repondu !== null) expect(comptes.filter((n) => n === null)).not.toHaveLength(1)
        if (q.type === 'plusieurs' && repondu !== null)
          for (const n of comptes) if (n !== null) expect(repondu - n === 0 || repondu - n >= MASQUE_SOUS).toBe(true)
        if (comptes.includes(null)) expect(moyenne).toBeNull()
        // Who did not answer is known by subtraction from how many sent theirs.
        if (repondu !== null) expect(envoyees - repondu === 0 || envoyees - repondu >= MASQUE_SOUS).toBe(true)
      }),
    )
  })

  it('are compared where the same answers are offered, whatever the words of the question', () => {
    expect(comparables(question(), question({ intitule: 'Autrement ?' }))).toBe(true)
    expect(comparables(question(), question({ options: ['Un', 'Deux'] }))).toBe(false)
    expect(comparables(question(), question({ options: ['Un', 'Deux', 'Quatre'] }))).toBe(false)
    expect(comparables(question({ type: 'texte' }), question({ type: 'oui_non' }))).toBe(false)
  })
})

describe('time', () => {
  it('closes a questionnaire after its last day, and not before, be the worker late', () => {
    const q = { etat: 'ouvert', fermeLe: '2027-01-15' }
    expect([situationDe(q, '2027-01-15'), situationDe(q, '2027-01-16')]).toEqual(['ouvert', 'clos'])
    expect(situationDe({ ...q, etat: 'programme' }, '2027-02-01')).toBe('programme')
  })

  it('makes a reminder due from its day on, and of several only the last', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 5 }),
        fc.integer({ min: -70, max: 0 }),
        (rappels, jour) => {
          const fermeLe = '2027-01-15'
          const maintenant = new Date(debutDuJour(ajouterJours(fermeLe, jour)).getTime() + 3_600_000)
          const dus = rappels.filter((jours) => -jours <= jour)
          const attendu = dus.length > 0 ? debutDuJour(ajouterJours(fermeLe, -Math.min(...dus))) : null
          expect(seuilDeRappel({ fermeLe, rappels, relanceLe: null }, maintenant)).toEqual(attendu)
          expect(seuilDeRappel({ fermeLe, rappels, relanceLe: maintenant }, maintenant)).toEqual(maintenant)
        },
      ),
    )
  })

  it('offers the end of the year, or tomorrow when it has begun', () => {
    expect(datesParDefaut(2026, '2026-05-02')).toEqual({ ouvreLe: '2026-12-01', fermeLe: '2027-01-15' })
    expect(datesParDefaut(2026, '2026-12-20').ouvreLe).toBe('2026-12-21')
  })
})

describe('what a référent writes is refused in words', () => {
  const saisie = (plus: Record<string, unknown>) => ({
    annee: '2026',
    titre: 'Votre année',
    introduction: '',
    anonyme: 'non',
    ouvreLe: enParties('2026-12-01'),
    fermeLe: enParties('2027-01-15'),
    rappels: '3, 14',
    ...plus,
  })

  it.each([
    ['titre', { titre: '' }],
    ['annee', { annee: 'dix' }],
    ['anonyme', { anonyme: undefined }],
    ['fermeLe', { fermeLe: enParties('2026-12-01') }],
    ['fermeLe', { fermeLe: enParties('2028-01-01') }],
    ['ouvreLe', { ouvreLe: { jour: '31', mois: '2', annee: '2026' } }],
    ['rappels', { rappels: 'lundi' }],
    ['rappels', { rappels: '1 2 3 4 5 6' }],
    ['rappels', { rappels: '45' }],
    ['introduction', { introduction: 'Dossier 1 85 05 78 006 084 91' }],
  ])('at %s', (champ, plus) => {
    const lu = questionnaireSchema.safeParse(saisie(plus))
    expect(lu.error?.issues.map(({ path }) => path.join('.'))).toContain(champ)
  })

  it('keeps the reminders in their order, each once', () => {
    expect(questionnaireSchema.parse(saisie({ rappels: '3 ; 14, 3' })).rappels).toEqual([14, 3])
    expect(questionnaireSchema.parse(saisie({ rappels: '' })).rappels).toEqual([])
  })

  const id = '0b6bbf7c-5a5d-4d9c-8f6e-1f1d4a0a9b11'
  const poser = (plus: Record<string, unknown>) =>
    questionSchema.safeParse({
      questionnaireId: id,
      version: '1',
      type: 'choix',
      intitule: 'Essai ?',
      options: 'Un\nDeux',
      ...plus,
    })

  it.each([
    ['intitule', { intitule: ' ' }],
    ['type', { type: 'menu' }],
    ['options', { options: 'Un' }],
    ['options', { options: 'Un\nUn\n\n' }],
    ['options', { options: Array.from({ length: 13 }, (_, rang) => `Choix ${rang}`).join('\n') }],
  ])('of a question, at %s', (champ, plus) => {
    expect(poser(plus).error?.issues.map(({ path }) => path.join('.'))).toContain(champ)
  })

  it('reads one answer by line, and none for a question that offers its own', () => {
    expect(poser({ options: ' Un \n\nDeux\nUn' }).data?.options).toEqual(['Un', 'Deux'])
    expect(poser({ type: 'echelle' }).data?.options).toEqual([])
  })
})
