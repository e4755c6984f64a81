import type { ReactNode } from 'react'

const cellule = 'max-bureau:p-0! max-bureau:border-0!'

export type LigneFiches = { cle: string; cellules: readonly ReactNode[] }

/**
 * A table from 1024 px, cards below; the first column names the row. Roles are written since cards are no table cells.
 * `colonnes`: on a card, what has no meaning alone carries its own words.
 */
export function TableauFiches({
  legende,
  colonnes,
  largeurs,
  lignes,
}: {
  legende: string
  colonnes: readonly string[]
  /** Classes of width, so that several tables on a page keep the same columns. */
  largeurs?: readonly string[]
  lignes: readonly LigneFiches[]
}) {
  return (
    <table
      role="table"
      className={`tableau tableau--aere mt-2 max-bureau:block${largeurs ? ' bureau:table-fixed' : ''}`}
    >
      <caption className="sr-only">{legende}</caption>
      <thead role="rowgroup" className="max-bureau:sr-only">
        <tr role="row">
          {colonnes.map((colonne, rang) => (
            <th key={colonne} role="columnheader" className={largeurs?.[rang]}>
              {colonne}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-bureau:block max-bureau:border-t max-bureau:border-filet-2">
        {lignes.map(({ cle, cellules: [nom, ...autres] }) => (
          <tr
            key={cle}
            role="row"
            className="max-bureau:flex max-bureau:flex-col max-bureau:gap-y-1 max-bureau:border-b max-bureau:border-filet max-bureau:py-3.5"
          >
            <th role="rowheader" className={`${cellule} text-left`}>
              {nom}
            </th>
            {autres.map((contenu, rang) => (
              <td key={colonnes[rang + 1]} role="cell" className={cellule}>
                {contenu}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
