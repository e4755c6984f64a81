import { type CellObject, read, utils, type WorkSheet, write } from '@e965/xlsx'
import { reecrireArchive } from '@/lib/socle/archive-tableur'
import { ecrireCsv, lireCsv, neutraliser } from '@/lib/socle/csv'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { type DateIso, ZONE } from '@/lib/socle/temps'

export const formatsTableur = ['xlsx', 'ods', 'csv'] as const
export type FormatTableur = (typeof formatsTableur)[number]

/** `jour` takes an ISO day, `instant` a Date shown in Paris, `nombre` a number: they stay dates and numbers in the sheet. */
export type ColonneTableur = { titre: string; type?: 'texte' | 'nombre' | 'jour' | 'instant'; largeur?: number }
export type CelluleTableur = string | number | DateIso | Date | null

export type Feuille = {
  /** Name of the sheet, cut to the 31 characters spreadsheets accept. */
  feuille: string
  colonnes: readonly ColonneTableur[]
  lignes: readonly (readonly CelluleTableur[])[]
}

type Type = NonNullable<ColonneTableur['type']>

const LARGEUR: Record<Type, number> = { texte: 28, nombre: 12, jour: 12, instant: 20 }
const MASQUE = { jour: 'dd/mm/yyyy', instant: 'dd/mm/yyyy" à "hh:mm' }

/**
 * Sheets that an office reads as they stand: headings, then real dates and numbers. The CSV is that of a French office: UTF-8
 * with its mark, `;`, decimal commas, no formula; it holds the first sheet only.
 */
export function ecrireTableur(
  format: FormatTableur,
  ...feuilles: readonly [Feuille, ...Feuille[]]
): Uint8Array<ArrayBuffer> {
  if (format === 'csv') return new TextEncoder().encode(debutCsv(feuilles[0]) + rangsCsv(feuilles[0]))
  const classeur = utils.book_new()
  for (const feuille of feuilles)
    utils.book_append_sheet(
      classeur,
      enPage(feuille, format),
      feuille.feuille.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    )
  return new Uint8Array(write(classeur, { type: 'array', bookType: format, compression: true }) as ArrayBuffer)
}

/** The mark and the headings of a CSV, then its rows: a long one is written lot by lot. */
export const debutCsv = ({ colonnes }: Pick<Feuille, 'colonnes'>): string =>
  `\uFEFF${ecrireCsv([colonnes.map(({ titre }) => titre)])}`

export const rangsCsv = (feuille: Pick<Feuille, 'colonnes' | 'lignes'>): string => ecrireCsv(enRangs(feuille, enCsv))

function enRangs<C>(
  { colonnes, lignes }: Pick<Feuille, 'colonnes' | 'lignes'>,
  ecrire: (valeur: CelluleTableur, type: Type) => C,
): C[][] {
  return lignes.map((ligne) => colonnes.map(({ type = 'texte' }, rang) => ecrire(ligne[rang] ?? null, type)))
}

function enPage(feuille: Feuille, format: 'xlsx' | 'ods'): WorkSheet {
  const { colonnes } = feuille
  const titres = colonnes.map(({ titre }) => ({ t: 's' as const, v: titre }))
  const rangs = [titres, ...enRangs(feuille, (valeur, type) => enCellule(valeur, type, format))]
  return {
    // By rows and not by address: lighter, and faster. A cell that is left out is not written.
    '!data': rangs as CellObject[][],
    '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rangs.length - 1, c: colonnes.length - 1 } }),
    '!cols': colonnes.map(({ type = 'texte', largeur = LARGEUR[type] }) => ({ wch: largeur })),
  }
}

// XML has no way to write them, and a spreadsheet would refuse the whole file.
const lisible = (texte: string) => texte.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')

function enCellule(valeur: CelluleTableur, type: Type, format: 'xlsx' | 'ods'): CellObject | undefined {
  if (valeur === null || valeur === '') return undefined
  if (typeof valeur === 'number') return { t: 'n', v: valeur }
  if (type !== 'jour' && type !== 'instant') return { t: 's', v: lisible(String(valeur)) }
  const instant = new Date(`${enHeureLocale(valeur)}Z`)
  // The OpenDocument writer takes a date for itself; the other one wants the number of days that Excel counts.
  if (format === 'ods') return { t: 'd', v: instant, z: MASQUE[type], w: enTexte(valeur, type) }
  return { t: 'n', v: (instant.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000, z: MASQUE[type] }
}

const aParis = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' })

/** «2026-03-12T14:02:05», as a clock in Paris shows it. */
const enHeureLocale = (valeur: string | Date) =>
  typeof valeur === 'string' ? `${valeur.slice(0, 10)}T00:00:00` : aParis.format(valeur).replace(' ', 'T')

function enTexte(valeur: string | Date, type: Type): string {
  if (type !== 'jour' && type !== 'instant') return String(valeur)
  const [annee, mois, jour, heure, minute] = enHeureLocale(valeur).split(/[-T:]/)
  return `${jour}/${mois}/${annee}${type === 'instant' ? ` ${heure}:${minute}` : ''}`
}

function enCsv(valeur: CelluleTableur, type: Type): string {
  if (valeur === null) return ''
  if (typeof valeur === 'number') return String(valeur).replace('.', ',')
  return neutraliser(lisible(enTexte(valeur, type)))
}

/** Bounds of a file of names: beyond them it is refused in words. */
export const BORNES_TABLEUR = { octets: 2_000_000, octetsOuverts: 30_000_000, lignes: 1_000, colonnes: 50 }

const refuser = (message: string) => new ErreurMetier('saisie', undefined, { fichier: message })
const CONSEIL = 'Ouvrez-le dans un tableur et enregistrez-le en XLSX, ODS ou CSV.'

/**
 * The rows of the first sheet, as shown, headings included; trailing empty rows are left out. What the file is comes from its
 * content, not from its name. Throws `saisie` at the field `fichier`.
 */
export function lireTableur(octets: Uint8Array, nomFichier: string): string[][] {
  if (octets.byteLength === 0) throw refuser(`Le fichier «\u00A0${nomFichier}\u00A0» est vide.`)
  if (octets.byteLength > BORNES_TABLEUR.octets)
    throw refuser(
      `Ce fichier dépasse ${BORNES_TABLEUR.octets / 1_000_000}\u00A0Mo. Gardez une seule feuille, sans image.`,
    )
  const { lignes: max, colonnes } = BORNES_TABLEUR
  const archive = octets[0] === 0x50 && octets[1] === 0x4b
  const lignes = archive ? lireClasseur(octets) : lireCsv(decoder(octets), { lignes: max + 1, colonnes })
  while (lignes.at(-1)?.every((cellule) => cellule === '')) lignes.pop()
  if (lignes.length === 0) throw refuser('La première feuille de ce fichier est vide.')
  if (lignes.length > max) throw refuser(`Ce fichier a plus de ${max} lignes. Envoyez-le en plusieurs fois.`)
  return lignes
}

function lireClasseur(octets: Uint8Array): string[][] {
  const { lignes, colonnes, octetsOuverts } = BORNES_TABLEUR
  try {
    const propre = reecrireArchive(Buffer.from(octets), octetsOuverts)
    const { Sheets, SheetNames } = read(propre, { dense: true, sheetRows: lignes + 1, dateNF: 'dd/mm/yyyy' })
    const rangs = (Sheets[SheetNames[0] ?? '']?.['!data'] ?? []) as (CellObject | undefined)[][]
    return Array.from(rangs, (rang = []) =>
      Array.from(rang.slice(0, colonnes), (cellule) => String(cellule?.w ?? cellule?.v ?? '').trim()),
    )
  } catch {
    throw refuser(`Ce fichier ne s’ouvre pas. ${CONSEIL}`)
  }
}

/** UTF-8, or the code page of a French Windows where it is not. */
function decoder(octets: Uint8Array): string {
  if (octets.includes(0)) throw refuser(`Ce fichier n’est pas un tableau. ${CONSEIL}`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    return new TextDecoder('windows-1252').decode(octets)
  }
}
