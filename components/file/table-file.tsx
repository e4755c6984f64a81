import './icones.css'
import './file.css'
import './cartes.css'
import { ecrireLigne, type LigneFile } from '@/components/file/ligne-file'
import { ArrowDown, ArrowUp } from '@/components/ui/icones'
import type { Colonne } from '@/lib/file/colonnes'
import { contenuHtml, joindre } from '@/lib/socle/html'

/** A column that sorts: where its link leads, and the order when it is the one in use. */
export type Tri = { href: string; sens?: 'asc' | 'desc' }

function Tete({ libelle, tri }: { libelle: string; tri?: Tri }) {
  const ordre = tri?.sens && (tri.sens === 'asc' ? 'ascending' : 'descending')
  return (
    <th scope="col" role="columnheader" aria-sort={ordre}>
      {tri ? (
        <a href={tri.href}>
          {libelle}
          {tri.sens && (tri.sens === 'asc' ? <ArrowUp /> : <ArrowDown />)}
        </a>
      ) : (
        libelle
      )}
    </th>
  )
}

/**
 * The queue: a dense table from 1024 px, cards below. The style sheet turns the table into blocks there, so the roles are
 * written again.
 */
export function TableFile({
  legende,
  lignes,
  suite,
  closes,
  tris,
  ouverte,
  cachees,
}: {
  legende: string
  lignes: LigneFile[]
  suite: string
  /** Closed demandes have no deadline any more. */
  closes: boolean
  tris: { echeance?: Tri; recue: Tri }
  /** Reference of the demande in the side panel. */
  ouverte: string | null
  cachees: Colonne[]
}) {
  const rangs = lignes.map((ligne) => ecrireLigne(ligne, suite, ligne.reference === ouverte))
  const sans = cachees.map((colonne) => ` file--sans-${colonne}`).join('')
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display: block` takes the role of a table away in some browsers
    <table role="table" className={`tableau tableau--dense file${ouverte ? ' file--etroite' : ''}${sans}`}>
      <caption className="sr-only">{legende}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            <input type="checkbox" data-tout="" aria-label="Tout cocher" />
          </th>
          <Tete libelle={closes ? 'Close' : 'Échéance'} tri={tris.echeance} />
          {['Motif', 'Personne', 'Partenaire', 'Suivi par', 'Statut', 'Référence'].map((titre) => (
            <Tete key={titre} libelle={titre} />
          ))}
          <Tete libelle="Reçue" tri={tris.recue} />
          <th scope="col" role="columnheader">
            <span className="sr-only">Aperçu</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" {...contenuHtml(joindre(rangs))} />
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}
