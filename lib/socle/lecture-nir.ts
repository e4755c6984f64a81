import { bornesUsuelles, cleNir, structureNir } from '@/lib/socle/nir'
import { CERTAINES, ENTRE_GROUPES, masquer, numeroConnu, POSSIBLES, PROBABLES, SEP } from '@/lib/socle/ressemblances'

// How a NIR is told from the other numbers of a text. No dependency: this runs in the browser while someone types.

type Groupe = { debut: number; fin: number; signes: string; colle: boolean }
export type Etendue = { debut: number; fin: number }

// The A or B of Corsica belongs to a number when a 2 stands before it and a digit after it.
const GROUPE = new RegExp(`\\d+(?:(?<=2)[ab](?=${SEP}{0,3}\\d)\\d*)?|(?<=2${SEP}{1,3})[ab](?=${SEP}{0,3}\\d)\\d*`, 'gi')
const LETTRE = /[\p{L}\u0000]/u
const AVANT_COLLE = /(?:^|[^\p{L}])(?:nir|ss|s[eé]cu|n|no|num[eé]ro)$|[ºª\u0000]$/iu
const ANNONCE = /(?:s[eé]cu|(?:^|[^\p{L}])(?:nir|ss)(?!\p{L})|immatriculation|num[eé]ro d.assur)[^.\n\d]{0,25}$/iu

/** Runs of groups of digits that only separators keep apart. */
function suites(texte: string): Groupe[][] {
  const toutes: Groupe[][] = []
  for (const lu of texte.matchAll(GROUPE)) {
    const debut = lu.index
    const fin = debut + lu[0].length
    const avant = LETTRE.test(texte[debut - 1] ?? '') && !AVANT_COLLE.test(texte.slice(Math.max(0, debut - 12), debut))
    const colle = avant || (LETTRE.test(texte[fin] ?? '') && texte[fin] !== '\u0000')
    const groupe = { debut, fin, signes: lu[0].toUpperCase(), colle }
    const suite = toutes.at(-1)
    const precedent = suite?.at(-1)
    if (suite && precedent && ENTRE_GROUPES.test(texte.slice(precedent.fin, debut))) suite.push(groupe)
    else toutes.push([groupe])
  }
  return toutes
}

/** What the way a window of groups is written says of it; null when its digits cannot be a NIR. */
function lire(groupes: Groupe[]) {
  const signes = groupes.map((groupe) => groupe.signes).join('')
  const treize = signes.slice(0, 13)
  if ((signes.length !== 13 && signes.length !== 15) || !structureNir(treize)) return null
  const bornes: number[] = []
  for (const { signes: s } of groupes.slice(0, -1)) bornes.push((bornes.at(-1) ?? 0) + s.length)
  const usuelles = bornesUsuelles(treize)
  const alignee = bornes.every((borne) => usuelles.has(borne))
  const avecCle = signes.length === 15
  return {
    treize,
    alignee,
    avecCle,
    cleJuste: avecCle && cleNir(treize) === Number(signes.slice(13)),
    /** Written as on the card: at least four of its groups. */
    commeLaCarte: alignee && bornes.filter((borne) => borne < 13).length >= 4,
    dUnBloc: bornes.every((borne) => borne === 13),
    cleAPart: bornes.includes(13),
    collee: groupes.some((groupe) => groupe.colle),
  }
}

const etendue = (groupes: Groupe[]): Etendue => ({ debut: groupes[0]?.debut ?? 0, fin: groupes.at(-1)?.fin ?? 0 })

/** Dates, telephones, references or postal codes account for every digit. */
function estExpliquee(groupes: Groupe[], texte: string): boolean {
  const { debut, fin } = etendue(groupes)
  return !/\d/.test(masquer(texte.slice(debut, fin), POSSIBLES))
}

/** Numbers whose writing is enough, wherever they stand: groups of the card, one block, or a right key. */
function reconnusParLEcriture(suite: Groupe[], texte: string): Etendue[] {
  const tout = lire(suite)
  if (tout?.cleJuste && !tout.collee && !estExpliquee(suite, texte)) return [etendue(suite)]
  const trouves: Etendue[] = []
  for (let i = 0; i < suite.length; i += 1) {
    for (const longueur of [15, 13]) {
      let total = 0
      let j = i
      while (j < suite.length && total < longueur) total += suite[j++]?.signes.length ?? 0
      const fenetre = suite.slice(i, j)
      const lu = total === longueur ? lire(fenetre) : null
      if (!lu || texte[(fenetre[0]?.debut ?? 0) - 1] === '+') continue
      const enBout = j === suite.length && !/^ ?\p{L}/u.test(texte.slice(fenetre.at(-1)?.fin))
      const accepte = lu.avecCle
        ? lu.cleJuste
          ? lu.alignee
          : lu.cleAPart && lu.commeLaCarte && enBout
        : lu.commeLaCarte || (lu.dUnBloc && !numeroConnu(lu.treize))
      if (!accepte || (lu.collee && !lu.commeLaCarte)) continue
      if (lu.commeLaCarte && !lu.cleJuste && estExpliquee(fenetre, texte)) continue
      trouves.push(etendue(fenetre))
      i = j - 1
      break
    }
  }
  return trouves
}

/** A run that holds exactly one number, however it is spaced, unless it is a list of dates, telephones, references… */
function reconnueSeule(suite: Groupe[], texte: string): Etendue[] {
  const lu = lire(suite)
  if (!lu || lu.collee) return []
  const { debut, fin } = etendue(suite)
  const annonce = ANNONCE.test(texte.slice(Math.max(0, debut - 60), debut))
  if (lu.avecCle && !lu.cleJuste && !annonce) return []
  if (estExpliquee(suite, texte)) return []
  if (lu.dUnBloc && numeroConnu(lu.treize) && !lu.cleJuste && !annonce) return []
  if (!lu.alignee && !lu.cleJuste && colonneDeMontants(suite, texte)) return []
  return [{ debut, fin }]
}

/** «1250⇥1320⇥12500», pasted from a spreadsheet. */
function colonneDeMontants(suite: Groupe[], texte: string): boolean {
  const entreCellules = suite.slice(1).every(({ debut }, i) => /[\t\n]/.test(texte.slice(suite[i]?.fin, debut)))
  const longueurs = suite.map((groupe) => groupe.signes.length)
  const enChiffres = suite.every((groupe) => /^\d+$/.test(groupe.signes))
  const { debut, fin } = etendue(suite)
  const seuleSurSaLigne = /(?:^|[\t\n])$/.test(texte.slice(0, debut)) && /^(?:$|[\t\n])/.test(texte.slice(fin))
  return enChiffres && entreCellules && seuleSurSaLigne && Math.min(...longueurs) >= 3 && Math.max(...longueurs) >= 4
}

function lignes(suite: Groupe[], texte: string): Groupe[][] {
  const parLigne: Groupe[][] = []
  for (const groupe of suite) {
    const ligne = parLigne.at(-1)
    const precedent = ligne?.at(-1)
    if (ligne && precedent && !texte.slice(precedent.fin, groupe.debut).includes('\n')) ligne.push(groupe)
    else parLigne.push([groupe])
  }
  return parLigne
}

function parElimination(suite: Groupe[], texte: string): Etendue[] {
  const seule = reconnueSeule(suite, texte)
  if (seule.length) return seule
  const parLigne = lignes(suite, texte).flatMap((ligne) => reconnueSeule(ligne, texte))
  if (parLigne.length) return parLigne
  const { debut, fin } = etendue(suite)
  const reste = texte.slice(0, debut) + masquer(texte.slice(debut, fin), POSSIBLES) + texte.slice(fin)
  return suites(reste)
    .filter((sous) => etendue(sous).debut >= debut && etendue(sous).fin <= fin)
    .flatMap((sous) => reconnueSeule(sous, reste))
}

/** Where NIRs stand in the text, in order. */
export function etenduesNir(texte: string): Etendue[] {
  let reste = masquer(texte, CERTAINES)
  const etendues = suites(reste).flatMap((suite) => reconnusParLEcriture(suite, reste))
  for (const { debut, fin } of etendues) {
    reste = reste.slice(0, debut) + '\u0000'.repeat(fin - debut) + reste.slice(fin)
  }
  reste = masquer(reste, PROBABLES)
  etendues.push(...suites(reste).flatMap((suite) => parElimination(suite, reste)))
  return etendues.sort((a, b) => a.debut - b.debut)
}
