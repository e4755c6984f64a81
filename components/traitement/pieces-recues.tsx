import { Fichier } from '@/components/traitement/fichier'
import { rangsPieces, titrePieces } from '@/components/traitement/rangs-pieces'
import { Tableau } from '@/components/ui/tableau'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { dateCourte } from '@/lib/socle/format'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

/** The pieces of the demande, and those the person does not have, with the reason. */
export function PiecesRecues({
  demande,
  moi,
  aujourdhui,
}: {
  demande: DemandeDeCaisse
  moi: string
  aujourdhui: DateIso
}) {
  const rangs = rangsPieces(demande)
  const vueLe = demande.lectures.find(({ compteId }) => compteId === moi)?.vueLe
  const nonAnalysees = demande.pieces.some(({ etat }) => etat === 'non_analysee')
  return (
    <section aria-labelledby="titre-pieces">
      <h2 id="titre-pieces">{titrePieces(rangs)}</h2>
      {rangs.length === 0 && <p className="mt-2 text-encre-2">Aucune pièce n’a été jointe.</p>}
      {nonAnalysees && (
        <p className="mt-1 text-encre-2">Sur ce portail d’essai, les fichiers ne sont pas analysés par un antivirus.</p>
      )}
      {rangs.length > 0 && (
        // biome-ignore-start lint/a11y/noRedundantRoles: the style sheet turns the table into blocks on a phone
        <Tableau legende="Pièces de la demande" allure="chiffres" className="pieces mt-2">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                Pièce
              </th>
              <th scope="col" role="columnheader">
                Fichier
              </th>
              <th scope="col" role="columnheader">
                Reçue
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rangs.map(({ code, libelle, pieces, raisonAbsence }) => (
              <tr key={code} role="row">
                <th scope="row" role="rowheader">
                  {libelle}
                </th>
                {raisonAbsence === null ? (
                  <>
                    <td role="cell">
                      {pieces.map((piece) => (
                        <p key={piece.id}>
                          <Fichier
                            piece={piece}
                            nouvelle={vueLe !== undefined && piece.deposeeLe > vueLe && piece.etat !== 'en_analyse'}
                          />
                        </p>
                      ))}
                    </td>
                    <td role="cell">{recues(pieces, aujourdhui)}</td>
                  </>
                ) : (
                  <td role="cell" colSpan={2} className="text-encre-2">
                    La personne ne l’a pas{raisonAbsence && `\u00A0: «\u00A0${raisonAbsence}\u00A0»`}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Tableau>
        // biome-ignore-end lint/a11y/noRedundantRoles: see above
      )}
    </section>
  )
}

const recues = (pieces: { deposeeLe: Date }[], aujourdhui: DateIso) =>
  [...new Set(pieces.map(({ deposeeLe }) => dateCourte(dateAParis(deposeeLe), aujourdhui)))].join(', ')
