import { EtatVide } from '@/components/ui/etat-vide'
import { Onglets } from '@/components/ui/onglets'
import { Pagination } from '@/components/ui/pagination'
import type { transfertsDeLaCaisse } from '@/lib/demandes/queries-corrections'
import { nomComplet } from '@/lib/socle/acteur'
import { dateSansAnnee } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

type Ligne = Awaited<ReturnType<typeof transfertsDeLaCaisse>>['lignes'][number]

const ADRESSE = '/caisse/demandes/transferees'
const cellule = 'max-bureau:p-0! max-bureau:border-0! max-bureau:w-full'

/** What left the caisse and what came to it; no person is named for what has left. */
export function TableTransferts({
  sens,
  lignes,
  suivante,
}: {
  sens: 'partis' | 'arrives'
  lignes: Ligne[]
  suivante: string | null
}) {
  const partis = sens === 'partis'
  return (
    <>
      <div className="mt-4">
        <Onglets
          nom="Sens du transfert"
          onglets={[
            { href: ADRESSE, libelle: 'Parties', courant: partis },
            { href: `${ADRESSE}?sens=arrives`, libelle: 'Arrivées', courant: !partis },
          ]}
        />
      </div>
      {lignes.length === 0 ? (
        <div className="mt-6">
          <EtatVide titre={partis ? 'Aucune demande n’a été transférée' : 'Aucune demande n’est arrivée par transfert'}>
            Une demande déposée à la mauvaise caisse se transfère depuis sa page, par «{'\u00A0'}Autres actions
            {'\u00A0'}».
          </EtatVide>
        </div>
      ) : (
        <table role="table" className="tableau tableau--aere mt-4 max-bureau:block">
          <caption className="sr-only">
            {partis ? 'Demandes transférées à une autre caisse' : 'Demandes venues d’une autre caisse'}, la dernière
            d’abord
          </caption>
          <thead role="rowgroup" className="max-bureau:sr-only">
            <tr role="row">
              <th role="columnheader">Référence</th>
              <th role="columnheader">{partis ? 'Transférée à' : 'Venue de'}</th>
              <th role="columnheader">Partenaire</th>
              <th role="columnheader">Raison</th>
              <th role="columnheader">Transférée</th>
            </tr>
          </thead>
          <tbody role="rowgroup" className="max-bureau:block max-bureau:border-t max-bureau:border-filet-2">
            {lignes.map((ligne) => (
              <Rang key={ligne.id} ligne={ligne} venue={partis ? 'Transférée à' : 'Venue de'} />
            ))}
          </tbody>
        </table>
      )}
      <Pagination
        suivante={
          suivante
            ? {
                href: `${ADRESSE}?${new URLSearchParams({ sens, apres: suivante })}`,
                libelle: 'Transferts plus anciens',
              }
            : undefined
        }
      />
    </>
  )
}

/** `venue`: head of the column of the caisse, said again on a card. */
function Rang({ ligne, venue }: { ligne: Ligne; venue: string }) {
  const { reference, caisse, partenaire, raison, transfereeLe, par, ouvrable } = ligne
  return (
    <tr
      role="row"
      className="max-bureau:flex max-bureau:flex-wrap max-bureau:gap-y-1 max-bureau:border-b max-bureau:border-filet max-bureau:py-3.5"
    >
      <th role="rowheader" className={`${cellule} reference`}>
        {ouvrable ? (
          <a href={`/caisse/demandes/${reference}`} className="inline-block min-h-6">
            {reference}
          </a>
        ) : (
          reference
        )}
      </th>
      <td role="cell" className={cellule}>
        <span className="text-encre-2 bureau:hidden">
          {venue}
          {'\u00A0'}:{' '}
        </span>
        {caisse}
      </td>
      <td role="cell" className={cellule}>
        {partenaire}
      </td>
      <td role="cell" className={cellule}>
        {raison}
      </td>
      <td role="cell" className={cellule}>
        {dateSansAnnee(dateAParis(transfereeLe))}
        {par && <span className="block text-14 text-encre-2">par {nomComplet(par)}</span>}
      </td>
    </tr>
  )
}
