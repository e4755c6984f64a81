import { StatutHabilitation } from '@/components/demandes-habilitation/statut'
import { Echeance } from '@/components/ui/echeance'
import { ArrowDown, ArrowUp } from '@/components/ui/icones'
import { echeanceOuvree } from '@/lib/demandes-habilitation/echeance'
import { libellesType } from '@/lib/demandes-habilitation/libelles'
import type { LigneDemande } from '@/lib/demandes-habilitation/queries-caisse'
import { dateSansAnnee } from '@/lib/socle/format'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

const cellule = 'max-bureau:p-0! max-bureau:border-0!'

/** Requests of the caisse, the deadline first: a table from 1024 px, cards below. Roles are written since cards are no table cells. */
export function TableauDemandesCaisse({
  demandes,
  traitees,
  aujourdhui,
}: {
  demandes: LigneDemande[]
  traitees: boolean
  aujourdhui: DateIso
}) {
  return (
    <table role="table" className="tableau tableau--aere mt-4 max-bureau:block">
      <caption className="sr-only">
        {traitees ? 'Demandes traitées' : 'Demandes à traiter, la plus proche échéance d’abord'}
      </caption>
      <thead role="rowgroup" className="max-bureau:sr-only">
        <tr role="row">
          <th role="columnheader" aria-sort={traitees ? 'descending' : 'ascending'}>
            <span className="inline-flex items-center gap-1">
              {traitees ? 'Traitée' : 'Échéance'} {traitees ? <ArrowDown /> : <ArrowUp />}
            </span>
          </th>
          <th role="columnheader">Demande</th>
          <th role="columnheader">Partenaire</th>
          <th role="columnheader">{traitees ? 'Statut' : 'Déposée'}</th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-bureau:block max-bureau:border-t max-bureau:border-filet-2">
        {demandes.map((demande) => (
          <tr
            key={demande.id}
            role="row"
            className="max-bureau:flex max-bureau:flex-wrap max-bureau:items-baseline max-bureau:gap-x-3 max-bureau:gap-y-1 max-bureau:border-b max-bureau:border-filet max-bureau:py-3.5"
          >
            <td role="cell" className={`${cellule} max-bureau:w-full`}>
              {traitees ? (
                <>le {demande.traiteeLe && dateSansAnnee(dateAParis(demande.traiteeLe), aujourdhui)}</>
              ) : (
                <Echeance {...echeanceOuvree(demande.echeanceLe, aujourdhui, demande.calendrier)} />
              )}
            </td>
            <th role="rowheader" className={`${cellule} max-bureau:w-full`}>
              <a href={`/caisse/habilitations/${demande.id}`} className="inline-block min-h-6 font-semibold">
                {libellesType[demande.type]}
              </a>
              <span className="block text-14 font-normal text-encre-2">{demande.sujet ?? 'Compte effacé'}</span>
            </th>
            <td role="cell" className={`${cellule} max-bureau:w-full`}>
              {demande.partenaire}
            </td>
            <td role="cell" className={`${cellule} max-bureau:w-full`}>
              {traitees ? (
                <>
                  <StatutHabilitation etat={demande.etat} cote="caisse" />
                  <span className="block text-14 text-encre-2">
                    {demande.etat === 'retiree'
                      ? 'par le partenaire'
                      : demande.traiteePar && `par ${demande.traiteePar}`}
                  </span>
                </>
              ) : (
                <>
                  <span className="bureau:hidden">déposée </span>
                  le {dateSansAnnee(dateAParis(demande.deposeeLe), aujourdhui)}
                  <span className="block text-14 text-encre-2">par {demande.auteur ?? 'un compte effacé'}</span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
