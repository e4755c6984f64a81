import { type Etendue, etenduesNir } from '@/lib/socle/lecture-nir'
import { cleNir } from '@/lib/socle/nir'
import { CODE_CIM10, HORS_SANTE, MOTS_SANTE } from '@/lib/socle/vocabulaire-sante'

/** `debut` and `fin` index the text; `motsAvant`: the few words before it, to say where it stands. */
export type NirTrouve = { debut: number; fin: number; extrait: string; motsAvant: string }

/** «2 87 07 … 456, clé 35» or «… 456 (35)»: the key belongs to the number. */
function avecSaCle(texte: string, { debut, fin }: Etendue): Etendue {
  const chiffres = texte
    .slice(debut, fin)
    .replace(/[^\dab]/gi, '')
    .toUpperCase()
  const suite = /^[\s,;:(-]{0,3}(cl[eé][\s:]{0,3})?(\d\d)\)?(?![\d\p{L}])/iu.exec(texte.slice(fin))
  if (chiffres.length !== 13 || !suite) return { debut, fin }
  return suite[1] || Number(suite[2]) === cleNir(chiffres) ? { debut, fin: fin + suite[0].length } : { debut, fin }
}

function motsAvant(texte: string, debut: number, finPrecedent: number): string {
  const avant = texte.slice(finPrecedent, debut).replace(/[\s:;,.!?=()«»"'’“”°º/|_–—-]+$/u, '')
  const phrase = avant.split(/[.!?;\n]\s+|\n/).at(-1) ?? ''
  return phrase.trim().split(/\s+/).slice(-6).join(' ')
}

/**
 * The NIRs written in a text, in order: 13 digits, or 15 with their key, however they are spaced, 2A and 2B included.
 * Without a key, 13 digits that have the structure of a NIR are one. With a wrong key, it is one when it is written in the
 * groups of the card or announced as one («n° de sécu»): that is a slip of the pen, not another kind of number.
 */
export function trouverNir(texte: string): NirTrouve[] {
  if (!/\d/.test(texte)) return []
  let finPrecedent = 0
  return etenduesNir(texte).map((trouvee) => {
    const { debut, fin } = avecSaCle(texte, trouvee)
    const mots = motsAvant(texte, debut, finPrecedent)
    finPrecedent = fin
    return { debut, fin, extrait: texte.slice(debut, fin), motsAvant: mots }
  })
}

/** What the person reads at the field. */
export function messageNir(trouve: NirTrouve, texte: string): string {
  const seul = texte.trim() === trouve.extrait.trim()
  const lieu = trouve.motsAvant
    ? `après «\u00A0${trouve.motsAvant}\u00A0»`
    : seul
      ? 'ici'
      : texte.slice(0, trouve.debut).trim() === ''
        ? 'au début du texte'
        : 'dans ce texte'
  return `Un numéro de sécurité sociale est écrit ${lieu}. Retirez-le\u00A0: le nom et la date de naissance suffisent à la caisse.`
}

/** The text without its NIRs, nor the spaces and the announcing colon they leave behind. */
export function retirerNir(texte: string): string {
  return trouverNir(texte).reduceRight((reste, { debut, fin }) => {
    const avant = reste.slice(0, debut).replace(/[^\S\n]+$/, '')
    const apres = reste.slice(fin).replace(/^[^\S\n]+/, '')
    const sansDeuxPoints = avant.replace(/[^\S\n]*[:=][^\S\n]*$/, '')
    const colle = avant === '' || apres === '' || /^[.,;:!?)\n…]/.test(apres) || /[\n(]$/.test(avant)
    return (apres === '' || /^[\n.]/.test(apres) ? sansDeuxPoints : avant) + (colle ? '' : ' ') + apres
  }, texte)
}

const sansAccent = (texte: string) => texte.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase()

/**
 * Words that look like health data, as written, each once. A warning, not a refusal: the writer may keep the text.
 * The vocabulary of the job (arrêt de travail, médecin traitant, C2S, invalidité…) is never reported.
 */
export function signalerSante(texte: string): { mots: string[] } {
  // One letter for one letter, so that the positions found below are those of the text as written.
  const lettres = [...texte.normalize('NFC')]
  const ecrit = lettres.join('')
  const plat = lettres
    .map((lettre) => (sansAccent(lettre).length === lettre.length ? sansAccent(lettre) : lettre))
    .join('')
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/[\u00a0\u202f]/g, ' ')
  const cherche = plat.replace(HORS_SANTE, (lu) => ' '.repeat(lu.length))
  const trouves = [
    ...[...cherche.matchAll(MOTS_SANTE)].map((lu) => ({ index: lu.index, mot: lu[0] })),
    ...[...ecrit.matchAll(CODE_CIM10)].map((lu) => ({ index: lu.index, mot: lu[0] })),
  ].sort((a, b) => a.index - b.index)
  const mots = trouves.map(({ index, mot }) => ecrit.slice(index, index + mot.length).trim())
  return { mots: mots.filter((mot, i) => mots.findIndex((autre) => sansAccent(autre) === sansAccent(mot)) === i) }
}

/** What the person reads at the field: a warning, which the writer may pass over. */
export const messageSante = (mots: string[]): string =>
  `«\u00A0${mots.join('\u00A0», «\u00A0')}\u00A0»\u00A0: ce texte semble parler de santé. La caisse n’en a pas besoin pour répondre.`
