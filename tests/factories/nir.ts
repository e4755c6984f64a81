import fc from 'fast-check'

// Written from the official description of the number, without the code under test: the key is computed on whole numbers
// by the other official rule (2A counts as 20 minus a million, 2B as 20 minus two millions).

const chiffres = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`))
const deux = (n: number) => String(n).padStart(2, '0')

export function cle(treize: string): string {
  const corse = /2([AB])/i.exec(treize)?.[1]?.toUpperCase()
  const n = BigInt(treize.replace(/2[AB]/i, '20')) - (corse === 'A' ? 1_000_000n : corse === 'B' ? 2_000_000n : 0n)
  return deux(Number(97n - (n % 97n)))
}

const sexe = fc.oneof({ weight: 8, arbitrary: fc.constantFrom('1', '2') }, fc.constantFrom('3', '4', '7', '8'))
const mois = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }) },
  fc.integer({ min: 20, max: 42 }),
  fc.integer({ min: 50, max: 99 }),
)
const numero = (longueur: 2 | 3) =>
  fc.integer({ min: 1, max: longueur === 2 ? 90 : 990 }).map((n) => String(n).padStart(longueur, '0'))
const lieu = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.integer({ min: 1, max: 96 }).map(deux), numero(3)) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('2A', '2B', '2a', '2b'), numero(3)) },
  fc.tuple(fc.constantFrom('971', '972', '973', '974', '975', '976', '977', '978', '986', '987', '988'), numero(2)),
  fc.tuple(fc.constant('99'), numero(3)),
)

/** The groups of the card: sexe, année, mois, département, commune, ordre. */
const parties = fc
  .tuple(sexe, chiffres(2), mois.map(deux), lieu, fc.integer({ min: 1, max: 999 }))
  .map(([s, annee, m, [departement, commune], ordre]) => [
    s,
    annee,
    m,
    departement,
    commune,
    String(ordre).padStart(3, '0'),
  ])
  // The two numbers that the search gives up on purpose, without a key: a dated file number (20260312…) and a CIP code (34009…).
  .filter((p) => !/^20(2[2-9]|3\d)[01]\d[0-3]|^34009/.test(p.join('')))

const separateur = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(' ', '\u00A0', '\u202F', '.', '-', '/') },
  fc.constantFrom('\t', '\n', '  ', ' - ', '\u2011', '–', '_', ' / ', '. '),
)

function couper(texte: string, tailles: readonly number[]): string[] {
  const morceaux: string[] = []
  let reste = texte
  for (let i = 0; reste; i += 1) {
    const taille = tailles[i % tailles.length] ?? 1
    morceaux.push(reste.slice(0, taille))
    reste = reste.slice(taille)
  }
  return morceaux
}

/** As on the card, or in one block: found even among other numbers. */
const usuel = fc
  .tuple(parties, fc.boolean(), fc.constantFrom('carte', 'bloc', 'cle a part', 'debut groupe'))
  .map(([p, avecCle, forme]) => {
    const treize = p.join('')
    const fin = avecCle ? [cle(treize)] : []
    if (forme === 'bloc') return [treize + fin.join('')]
    if (forme === 'cle a part') return [treize, ...fin]
    return forme === 'carte' ? [...p, ...fin] : [p.slice(0, 2).join(''), ...p.slice(2), ...fin]
  })

/** By 2, 3, 4, digit by digit, or cut anywhere. */
const libre = fc
  .tuple(
    parties,
    fc.boolean(),
    fc.oneof(
      fc.constantFrom([2], [3], [4], [1], [5]),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 6 }),
    ),
  )
  .map(([p, avecCle, tailles]) => couper(p.join('') + (avecCle ? cle(p.join('')) : ''), tailles))

// Cells of three digits and more, one above the other, are a column of amounts for the search: only this writing is left out.
const enColonne = (groupes: string[]) => groupes.length > 1 && groupes.every((groupe) => groupe.length >= 3)

const joindre = (groupes: fc.Arbitrary<string[]>) =>
  fc
    .tuple(
      groupes,
      fc.oneof(
        separateur.map((s) => [s]),
        fc.array(separateur, { minLength: 2, maxLength: 5 }),
      ),
    )
    .map(([g, seps]) =>
      g.reduce((texte, groupe, i) => {
        const s = seps[i % seps.length] ?? ' '
        return texte + (/[\t\n]/.test(s) && enColonne(g) ? ' ' : s) + groupe
      }),
    )

const avant = fc.constantFrom(
  '',
  'Elle m’a donné son numéro : ',
  'n° ',
  'n°',
  'NIR=',
  'NIR',
  'Madame est sans droits ouverts depuis janvier. Son numéro est le ',
  'Numéro de sécurité sociale (',
  'M. Traoré, né le 14/07/1987, ',
  'Tél. 06 12 34 56 78, n° SS ',
  'Dossier 26-004817 :\n\n',
  'C2S demandée le 3 mars 2026 pour l’assuré ',
  'Immatriculation «\u00A0',
)
const apres = fc.constantFrom(
  '',
  '.',
  ', merci',
  ' et sa carte Vitale est perdue.',
  ')',
  ' ; à rappeler',
  '\n\nCordialement',
  ' : à vérifier',
)
/** Digits right before and after, with no more than a space or a new line. */
const avantChiffre = fc.constantFrom(
  'née le 14/07/1987 ',
  '06 12 34 56 78\n',
  '+33 6 12 34 56 78 ',
  'Dossier 26-004817 ',
  '76000 ',
  '1. ',
  '',
)
const apresChiffre = fc.constantFrom(
  '\n06 12 34 56 78',
  ' 06 12 34 56 78',
  '\n26-004817',
  ' 14/07/1987',
  ' 76000 Rouen',
  ' 3 enfants',
)

/** Cut by chance so that a part of it reads «3.02.2010»: the search takes it for a date (about 3 cases in a million). */
const sansDate = (nir: string) =>
  !/(?<!\d)(?:\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([/.-])\d\d\2\d\d)(?!\d)/.test(nir)

/** Cut so that a group starts with 0033: what follows reads as a telephone written from abroad (one case in a million). */
const sansIndicatif = (nir: string) => !/(?<!\d)0033/.test(nir)

/** A sentence in which one NIR is written, and the NIR as written. */
export const phraseAvecNir = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ avant, nir: joindre(fc.oneof(usuel, libre)).filter(sansDate).filter(sansIndicatif), apres }),
  },
  { weight: 1, arbitrary: fc.record({ avant: avantChiffre, nir: joindre(usuel), apres: apresChiffre }) },
)

export const nirCompact = parties.map((p) => p.join(''))
