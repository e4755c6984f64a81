import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { type CelluleTableur, ecrireTableur, type Feuille } from '@/lib/socle/tableur'
import { dateAParis } from '@/lib/socle/temps'

export const libreOffice = existsSync('/usr/bin/soffice')

// CI always has it; on a machine without it the files are read by the library that wrote them only (see the tests of spreadsheets).
if (!libreOffice && process.env.CI) throw new Error('LibreOffice est absent : les classeurs doivent y être relus.')

type CelluleLue = { type: string; valeur: string }
type ClasseurLu = ReadonlyMap<string, CelluleLue[][]>
type Format = 'xlsx' | 'ods'

export const formatsRelus = ['xlsx', 'ods'] as const satisfies Format[]

/** The sheets written in both formats, then read by LibreOffice, in one run of it: by format, sheet, row and column. */
export async function relireClasseurs(feuilles: readonly [Feuille, ...Feuille[]]): Promise<Record<Format, ClasseurLu>> {
  const dossier = mkdtempSync(join(tmpdir(), 'ep-classeurs-'))
  try {
    const fichiers = formatsRelus.map((format) => {
      const fichier = join(dossier, `en-${format}.${format}`)
      writeFileSync(fichier, ecrireTableur(format, ...feuilles))
      return fichier
    })
    const profil = `-env:UserInstallation=file://${dossier}/profil`
    const commande = [profil, '--headless', '--convert-to', 'fods', '--outdir', dossier, ...fichiers]
    await promisify(execFile)('soffice', commande, { timeout: 60_000 })
    const lire = (format: Format) => lireFods(readFileSync(join(dossier, `en-${format}.fods`), 'utf8'))
    return { xlsx: lire('xlsx'), ods: lire('ods') }
  } finally {
    rmSync(dossier, { recursive: true, force: true })
  }
}

const nu = (texte: string) =>
  texte
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', '\u0027')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const attribut = (balise: string, nom: string) => new RegExp(`${nom}="([^"]*)"`).exec(balise)?.[1]

/** The cells as LibreOffice understood them, from its own flat XML. */
function lireFods(xml: string): ClasseurLu {
  return new Map(
    [...xml.matchAll(/<table:table table:name="([^"]+)".*?<\/table:table>/gs)].map(([page, nom = '']) => [
      nu(nom),
      [...page.matchAll(/<table:table-row[ >].*?<\/table:table-row>/gs)].map(([rangee]) =>
        [...rangee.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
          ([, balise = '', contenu = '']) => {
            const formule = attribut(balise, 'table:formula')
            const valeur =
              attribut(balise, 'office:value') ?? attribut(balise, 'office:date-value') ?? nu(contenu).trim()
            const lue = formule
              ? { type: 'formule', valeur: formule }
              : { type: attribut(balise, 'office:value-type') ?? 'vide', valeur }
            const fois = Math.min(Number(attribut(balise, 'number-columns-repeated') ?? 1), 40)
            return Array.from({ length: fois }, () => lue)
          },
        ),
      ),
    ]),
  )
}

/** Every sheet stands there with its headings, and each cell with its type and its value. */
export function comparerClasseur(lu: ClasseurLu, feuilles: readonly Feuille[]): void {
  expect([...lu.keys()]).toEqual(feuilles.map(({ feuille }) => feuille))
  for (const { feuille, colonnes, lignes } of feuilles) {
    const [tetes = [], ...rangs] = lu.get(feuille) ?? []
    expect(tetes.slice(0, colonnes.length).map(({ valeur }) => valeur)).toEqual(colonnes.map(({ titre }) => titre))
    for (const [r, ligne] of lignes.entries())
      for (const [c, attendue] of ligne.entries())
        expect(
          rangs[r]?.[c] ?? { type: 'vide', valeur: '' },
          `${feuille}, ligne ${r + 1}, ${colonnes[c]?.titre}`,
        ).toEqual(enLue(attendue, colonnes[c]?.type))
  }
}

function enLue(attendue: CelluleTableur, type = 'texte'): CelluleLue {
  if (attendue === null || attendue === '') return { type: 'vide', valeur: '' }
  if (typeof attendue === 'number') return { type: 'float', valeur: String(attendue) }
  if (attendue instanceof Date) {
    const heure = attendue.toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris' })
    return { type: 'date', valeur: `${dateAParis(attendue)}T${heure}` }
  }
  return { type: type === 'jour' ? 'date' : 'string', valeur: attendue }
}
