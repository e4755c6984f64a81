import { normaliser } from '@/lib/demandes/regles'
import { libellesChamps } from '@/lib/habilitations/libelles'
import { type Identite, schemaIdentite } from '@/lib/habilitations/schema'
import { enumerer } from '@/lib/socle/francais'
import { erreursParChamp } from '@/lib/socle/saisie'

export const LIGNES_IMPORT_MAX = 200

export type Champ = keyof Identite
export type LigneImport = { ligne: number; identite: Identite }
/** A cell to correct, by the number its row has in the spreadsheet; without `champ`, the whole row. */
export type FauteImport = { ligne: number; champ?: Champ; message: string }

const champs = Object.keys(libellesChamps) as Champ[]

/** Other headings an office writes for a column, without accents. */
const titresConnus: Record<Champ, RegExp> = {
  civilite: /^(civilite|titre|genre)$/,
  nom: /^(nom|nom de famille|nom d usage|noms?)$/,
  prenom: /^(prenoms?)$/,
  fonction: /^(fonction|poste|emploi|metier|qualite)$/,
  telephone: /^((numero de )?tel(ephone)?( professionnel| pro)?|portable|mobile)$/,
  courriel:
    /^(courriels?|e ?mails?|mel|(adresse )?(mail|e ?mail|courriel|electronique)( professionnelle?| pro)?|adresse electronique professionnelle)$/,
}

/** «Ligne 4, «\u00a0Courriel\u00a0»\u00a0: …» */
export function direFaute({ ligne, champ, message }: FauteImport): string {
  return `Ligne ${ligne}${champ ? `, «\u00a0${libellesChamps[champ]}\u00a0»` : ''}\u00a0: ${message}`
}

/**
 * Reads the rows of a spreadsheet as identities, headings first, in any order. Rows without any text are skipped. Says every
 * fault that the file alone shows: headings, cells, one person twice.
 */
export function lireImport(rangs: string[][]): { lignes: LigneImport[]; fautes: FauteImport[] } {
  const [titres = [], ...corps] = rangs
  const colonnes = reperer(titres)
  const manquantes = champs.filter((champ) => colonnes[champ] === undefined)
  if (manquantes.length > 0) {
    const noms = enumerer(
      manquantes.map((champ) => `«\u00a0${libellesChamps[champ]}\u00a0»`),
      'et',
    )
    const message = `il manque ${manquantes.length > 1 ? 'les titres' : 'le titre'} ${noms}. Partez du modèle à télécharger.`
    return { lignes: [], fautes: [{ ligne: 1, message }] }
  }
  const remplis = corps
    .map((rang, n) => ({ rang, ligne: n + 2 }))
    .filter(({ rang }) => rang.some((c) => c.trim() !== ''))
  if (remplis.length === 0)
    return { lignes: [], fautes: [{ ligne: 2, message: 'le fichier ne contient aucune personne.' }] }
  if (remplis.length > LIGNES_IMPORT_MAX) {
    const message = `le fichier contient ${remplis.length} personnes, pour ${LIGNES_IMPORT_MAX} au plus. Envoyez-le en plusieurs fois.`
    return { lignes: [], fautes: [{ ligne: LIGNES_IMPORT_MAX + 2, message }] }
  }
  const lus = remplis.map(({ rang, ligne }) => lireLigne(rang, ligne, colonnes))
  const lignes = lus.flatMap(({ identite, ligne }) => (identite ? [{ identite, ligne }] : []))
  const fautes = [...lus.flatMap((lu) => lu.fautes), ...repetitions(lignes)]
  return { lignes, fautes: fautes.sort((a, b) => a.ligne - b.ligne) }
}

function reperer(titres: string[]): Partial<Record<Champ, number>> {
  const plats = titres.map((titre) => normaliser(titre))
  const trouve = (champ: Champ) => plats.findIndex((titre) => titresConnus[champ].test(titre))
  return Object.fromEntries(champs.flatMap((champ) => (trouve(champ) < 0 ? [] : [[champ, trouve(champ)]])))
}

function lireLigne(rang: string[], ligne: number, colonnes: Partial<Record<Champ, number>>) {
  const cellule = (champ: Champ) => (rang[colonnes[champ] ?? -1] ?? '').trim()
  const lecture = schemaIdentite.safeParse({
    ...Object.fromEntries(champs.map((champ) => [champ, cellule(champ)])),
    civilite: lireCivilite(cellule('civilite')),
    telephone: lireTelephone(cellule('telephone')),
    courriel: cellule('courriel').replace(/^mailto:/i, ''),
  })
  if (lecture.success) return { ligne, identite: lecture.data, fautes: [] }
  const fautes = Object.entries(erreursParChamp(lecture.error)).map(([champ, message]) => ({
    ligne,
    champ: champ as Champ,
    message: dansLaPhrase(champ === 'civilite' ? 'écrivez Madame ou Monsieur' : message, cellule(champ as Champ)),
  }))
  return { ligne, identite: null, fautes }
}

/** The message of the form goes on after a colon, with what the cell contains. */
function dansLaPhrase(message: string, lu: string): string {
  const suite = /^[A-ZÀÉÈ][a-zéèêà’]/.test(message) ? message.charAt(0).toLowerCase() + message.slice(1) : message
  const point = suite.endsWith('.') ? suite : `${suite}.`
  return lu && lu.length <= 60 && !/sécurité sociale/.test(message) ? `«\u00a0${lu}\u00a0», ${point}` : point
}

function lireCivilite(lu: string): string {
  const plat = normaliser(lu)
  if (/^(madame|mme|mlle|mademoiselle|f|femme)$/.test(plat)) return 'madame'
  return /^(monsieur|mr?|h|homme)$/.test(plat) ? 'monsieur' : plat
}

/** A spreadsheet takes the first zero away from a number. */
function lireTelephone(lu: string): string {
  const colle = lu.replace(/[\s.\-()\u00a0\u202f]/g, '')
  if (/^[1-9]\d{8}$/.test(colle)) return `0${colle}`
  return colle.replace(/^00/, '+').replace(/^\+33\(?0?\)?(?=[1-9]\d{8}$)/, '0')
}

function repetitions(lignes: LigneImport[]): FauteImport[] {
  const vues = new Map<string, number>()
  return lignes.flatMap(({ ligne, identite: { courriel } }) => {
    const premiere = vues.get(courriel)
    if (premiere === undefined) {
      vues.set(courriel, ligne)
      return []
    }
    return [{ ligne, champ: 'courriel' as const, message: `cette adresse est déjà à la ligne ${premiere}.` }]
  })
}
