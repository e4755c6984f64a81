import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as commun from '@zxcvbn-ts/language-common'
import * as francais from '@zxcvbn-ts/language-fr'

/** Règles du domaine, §3 (CNIL, ANSSI): a length by side, a measured strength, and no rule of composition. */
export const LONGUEUR_MIN = { partenaire: 12, caisse: 16 } as const
/** Bounds what is sent to the hash. */
export const LONGUEUR_MAX = 128
const SCORE_MIN = 3

export type CoteCompte = keyof typeof LONGUEUR_MIN

const MOTS_DU_PORTAIL = [
  'espace partenaires',
  'espacepartenaires',
  'partenaires',
  'partenaire',
  'ameli',
  'cpam',
  'ccas',
]

// About 90 ms and 30 MB of dictionaries: loaded by the first password, not by the first page.
let mesureur: ZxcvbnFactory | undefined

function mesurer(motDePasse: string, mots: string[] = []) {
  mesureur ??= new ZxcvbnFactory({
    dictionary: { ...commun.dictionary, ...francais.dictionary },
    graphs: commun.adjacencyGraphs,
    // The time grows with both: 1 s for 128 characters without these bounds, less than 50 ms with them.
    maxLength: 48,
    l33tMaxSubstitutions: 10,
  })
  return mesureur.check(motDePasse, mots)
}

const depouiller = (texte: string) => texte.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The whole words and their parts («anne-sophie.le-gall@ccas.fr» gives «sophie», «gall»…), longest first. */
function motsReconnus(motsPerso: string[]): string[] {
  const mots = [...motsPerso, ...MOTS_DU_PORTAIL].flatMap((mot) => {
    const parties = depouiller(mot).split(/[^a-z0-9]+/)
    return [depouiller(mot), parties.join(''), ...parties]
  })
  return [...new Set(mots)].filter((mot) => mot.length >= 3).sort((a, b) => b.length - a.length)
}

/**
 * Why this password is refused, in French, or null when it is accepted. Length counts characters, not bytes.
 * `motsPerso`: identifiant, nom, prénom, e-mail, nom de la structure. Server side only: the dictionaries are heavy.
 */
export function refusMotDePasse(
  motDePasse: string,
  { cote, motsPerso }: { cote: CoteCompte; motsPerso: string[] },
): string | null {
  const longueur = [...motDePasse].length
  const minimum = LONGUEUR_MIN[cote]
  if (longueur === 0) return 'Choisissez un mot de passe.'
  if (longueur < minimum) {
    return `Ce mot de passe est trop court : il a ${longueur} caractère${longueur > 1 ? 's' : ''}, il en faut au moins ${minimum}.`
  }
  if (longueur > LONGUEUR_MAX) return `Ce mot de passe est trop long : ${LONGUEUR_MAX} caractères au plus.`

  const mots = motsReconnus(motsPerso)
  const { score, sequence } = mesurer(motDePasse, mots)
  if (score < SCORE_MIN) {
    return sequence.some((partie) => partie.dictionaryName === 'userInputs')
      ? REFUS_PERSONNEL
      : sequence.some((partie) => partie.dictionaryName === 'passwords-common')
        ? REFUS_COURANT
        : REFUS_DEVINABLE
  }

  // The measure is indulgent with a name followed by a year: what is left without the known words has to hold alone.
  const reste = mots.reduce((texte, mot) => texte.replaceAll(mot, ''), depouiller(motDePasse))
  if (reste !== depouiller(motDePasse) && mesurer(reste).score < SCORE_MIN) return REFUS_PERSONNEL
  return null
}

const CONSEIL = 'Essayez plusieurs mots sans rapport entre eux.'
const REFUS_PERSONNEL = `Ce mot de passe repose sur votre nom, votre identifiant ou le nom du portail : il serait vite deviné. ${CONSEIL}`
const REFUS_COURANT = `Ce mot de passe est trop courant : il serait essayé parmi les premiers. ${CONSEIL}`
const REFUS_DEVINABLE = `Ce mot de passe est trop facile à deviner. ${CONSEIL}`
