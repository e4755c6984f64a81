import fc from 'fast-check'

// Numbers that people really write in a request and that are no NIR.

const chiffres = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`))
const entier = (min: number, max: number) => fc.integer({ min, max })
const deux = (n: number) => String(n).padStart(2, '0')
const parGroupes = (texte: string, tailles: number[], sep: string) => {
  let debut = 0
  return tailles.map((taille) => texte.slice(debut, (debut += taille))).join(sep)
}
const sep = fc.constantFrom(' ', '.', '-', '\u00A0', '\u202F', '/', '')

const telephone = fc
  .tuple(fc.constantFrom('0', '+33', '+33 ', '0033', '0033 ', '+33 (0)', '+33(0) '), entier(1, 9), chiffres(8), sep)
  .map(([prefixe, premier, suite, s]) => `${prefixe}${premier}${s}${parGroupes(suite, [2, 2, 2, 2], s)}`)
const telephoneEtranger = fc
  .tuple(fc.constantFrom('+213 ', '+212 ', '+32 ', '+216', '+221 ', '+49'), chiffres(9), fc.constantFrom(' ', ''))
  .map(([indicatif, suite, s]) => indicatif + parGroupes(suite, [3, 2, 2, 2], s))
const ivoirien = chiffres(10).map((n) => `+225 ${parGroupes(n, [2, 2, 2, 2, 2], ' ')}`)

function luhn(base: string): string {
  const somme = [...base].reverse().reduce((total, c, i) => {
    const n = Number(c) * (i % 2 ? 1 : 2)
    return total + (n > 9 ? n - 9 : n)
  }, 0)
  return base + String((10 - (somme % 10)) % 10)
}
const siren = chiffres(8).map(luhn)
const sirenEcrit = fc.tuple(siren, sep).map(([n, s]) => parGroupes(n, [3, 3, 3], s))
const siret = fc
  .tuple(
    siren,
    entier(1, 99).map((n) => String(n).padStart(4, '0')),
    sep,
  )
  .map(([n, etablissement, s]) => parGroupes(luhn(n + etablissement), [3, 3, 3, 5], s))

const iban = fc
  .tuple(
    fc.constantFrom(['FR', 23], ['BE', 12], ['DE', 18], ['ES', 20], ['PT', 21]),
    chiffres(23),
    fc.constantFrom(' ', '', '\u00A0'),
  )
  .map(([[pays, longueur], n, s]) => {
    const bban = n.slice(0, Number(longueur))
    const code = [...String(pays)].map((lettre) => String(lettre.charCodeAt(0) - 55)).join('')
    const controle = deux(Number(98n - (BigInt(`${bban}${code}00`) % 97n)))
    const entierement = `${pays}${controle}${bban}`
    // Abroad, the no-break space is left to French office software.
    return (entierement.match(/.{1,4}/g) ?? []).join(pays === 'FR' ? s : s.trim() === '' && s !== '' ? ' ' : s)
  })
const rib = chiffres(23).map((n) => parGroupes(n, [5, 5, 11, 2], ' '))

const dateFr = fc
  .tuple(entier(1, 28), entier(1, 12), entier(1925, 2030), fc.constantFrom('/', '.', '-'), fc.boolean(), fc.boolean())
  .map(([j, m, a, s, pleine, quatre]) =>
    [pleine ? deux(j) : j, pleine ? deux(m) : m, quatre ? a : deux(a % 100)].join(s),
  )
const dateIso = fc
  .tuple(entier(1925, 2030), entier(1, 12), entier(1, 28))
  .map(([a, m, j]) => `${a}-${deux(m)}-${deux(j)}`)
const horodatage = fc
  .tuple(dateIso, entier(0, 23), entier(0, 59), entier(0, 59), chiffres(3))
  .chain(([d, h, m, s, ms]) =>
    fc.constantFrom(
      `${d}T${deux(h)}:${deux(m)}:${deux(s)}.${ms}Z`,
      `${d} ${deux(h)}:${deux(m)}`,
      `IMG_${d.replaceAll('-', '')}_${deux(h)}${deux(m)}${deux(s)}.jpg`,
      `PXL_${d.replaceAll('-', '')}_${deux(h)}${deux(m)}${deux(s)}${ms}.jpg`,
      `scan ${d.replaceAll('-', '')}${deux(h)}${deux(m)}${deux(s)}.pdf`,
      `${d} ${deux(h)} h ${deux(m)}`,
    ),
  )
const horodatageUnix = entier(1_600_000_000, 1_900_000_000).map((n) => `ts ${n}`)

const reference = fc.tuple(entier(20, 29), chiffres(6)).map(([annee, n]) => `${annee}-${n}`)
const referenceDatee = fc
  .tuple(
    dateIso.filter((d) => d >= '2022'),
    chiffres(5),
  )
  .map(([d, n]) => `${d}-${n}`)
const montant = fc
  .tuple(entier(1, 9_999_999), chiffres(2), fc.constantFrom('\u202F', ' ', '\u00A0', ''))
  .map(([n, centimes, s]) => `${n.toLocaleString('fr-FR').replaceAll('\u202F', s)},${centimes} €`)
const carte = chiffres(14)
  .map((n) => luhn(`4${n}`))
  .map((n) => parGroupes(n, [4, 4, 4, 4], ' '))
const ean = chiffres(12).map((n) => `EAN ${n}0`)
const rpps = chiffres(9).map((n) => `RPPS ${luhn(`10${n.slice(0, 8)}`)}`)
const finess = chiffres(7).map((n) => `FINESS 76${n}`)
const allocataire = fc
  .tuple(chiffres(7), fc.constantFrom(' A', 'K', ' L', ''))
  .map(([n, l]) => `n° allocataire CAF ${n}${l}`)
const codePostal = fc.tuple(entier(1, 95), chiffres(3)).map(([d, n]) => `${deux(d)}${n}`)
const cheque = chiffres(7).map((n) => `chèque n° ${n}`)
const longue = fc.tuple(entier(16, 24).chain(chiffres)).map(([n]) => `contrat ${n}`)

const court = fc.oneof(telephone, dateFr, dateIso, reference, codePostal)
const liste = fc
  .tuple(
    fc.oneof(
      fc.tuple(telephone, telephone),
      fc.tuple(dateFr, dateFr),
      fc.tuple(dateFr, dateFr, dateFr),
      fc.tuple(reference, reference),
    ),
    fc.constantFrom(' ', '\n', ' / ', ' - ', ', '),
  )
  .map(([elements, s]) => elements.join(s))
const suite = fc
  .oneof(
    fc.tuple(reference, dateFr),
    fc.tuple(dateFr, telephone),
    fc.tuple(dateFr, reference),
    fc.tuple(reference, codePostal),
  )
  .map((elements) => elements.join(' '))

const parLignes = fc
  .array(fc.oneof(court, siret, sirenEcrit, iban, rib, montant, carte, allocataire, finess), {
    minLength: 2,
    maxLength: 4,
  })
  .map((lignes) => lignes.join('\n'))

export const ressemblances = {
  parLignes,
  telephone: fc.oneof(telephone, telephoneEtranger, ivoirien),
  sirenSiret: fc.oneof(
    sirenEcrit,
    siret,
    siret.map((n) => `SIRET ${n}`),
  ),
  iban: fc.oneof(iban, rib),
  date: fc.oneof(dateFr, dateIso, horodatage, horodatageUnix),
  reference: fc.oneof(reference, referenceDatee, longue, cheque, allocataire),
  montant,
  carte,
  professionnel: fc.oneof(ean, rpps, finess),
  liste: fc.oneof(
    liste,
    suite,
    fc.tuple(court, court).map((e) => e.join(', ')),
  ),
}

const avant = fc.constantFrom(
  '',
  'Madame est joignable au ',
  'Voir ',
  'n° ',
  'M. Traoré : ',
  'Reçu le 12 mars, ',
  'Pièces\u00A0:\n',
  '(',
)
const apres = fc.constantFrom('', '.', ', merci.', ' pour la famille', '\nCordialement', ')')

/** A sentence around one look-alike. */
export const phraseSansNir = fc
  .tuple(avant, fc.oneof(...Object.values(ressemblances)), apres)
  .map(([debut, nombre, fin]) => debut + nombre + fin)
