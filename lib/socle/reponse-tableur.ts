import { ErreurMetier } from '@/lib/socle/erreurs'
import { sansCache } from '@/lib/socle/route'
import { ecrireTableur, type Feuille, type FormatTableur, formatsTableur } from '@/lib/socle/tableur'

/** What each format is, for who receives it. */
export const typesTableur: Record<FormatTableur, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
}

/** The format asked for in the address; anything else is not found. */
export function lireFormatTableur(format: string | null): FormatTableur {
  const connu = formatsTableur.find((possible) => possible === format)
  if (!connu) throw new ErreurMetier('introuvable')
  return connu
}

/** Sheets to save. `nom` is plain ASCII, without its extension: «revue-2026-11-22». */
export function reponseTableur(
  format: FormatTableur,
  feuilles: Feuille | readonly [Feuille, ...Feuille[]],
  nom: string,
): Response {
  const toutes: readonly [Feuille, ...Feuille[]] = 'feuille' in feuilles ? [feuilles] : feuilles
  return new Response(ecrireTableur(format, ...toutes), {
    headers: {
      ...sansCache,
      'content-type': typesTableur[format],
      'content-disposition': `attachment; filename="${nom}.${format}"`,
    },
  })
}
