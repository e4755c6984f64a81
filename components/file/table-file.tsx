'use client'

import './icones.css'
import './file.css'
import './cartes.css'
import { Ligne, type LigneFile } from '@/components/file/ligne-file'
import { ArrowDown, ArrowUp } from '@/components/ui/icones'

/**
 * The queue: a dense table from 1024 px, cards below. The style sheet turns the table into blocks there, so the roles are
 * written again. Rendered on the server like the rest, but declared for the browser: the page then carries its fifty rows as
 * data, not a second time as elements, which takes a third off its weight and a quarter off its making.
 */
export function TableFile({
  legende,
  lignes,
  suite,
  closes,
}: {
  legende: string
  lignes: LigneFile[]
  suite: string
  /** Closed demandes: the last change first, and no deadline any more. */
  closes: boolean
}) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display: block` takes the role of a table away in some browsers
    <table role="table" className="tableau tableau--dense file">
      <caption className="sr-only">{legende}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" aria-sort={closes ? 'descending' : 'ascending'}>
            {closes ? 'Close' : 'Échéance'} {closes ? <ArrowDown /> : <ArrowUp />}
          </th>
          {['Motif', 'Personne', 'Partenaire', 'Suivi par', 'Statut', 'Référence', 'Reçue'].map((titre) => (
            <th key={titre} scope="col" role="columnheader">
              {titre}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lignes.map((ligne) => (
          <Ligne key={ligne.id} ligne={ligne} suite={suite} />
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}
