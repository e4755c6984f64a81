import { StatutHabilitation } from '@/components/demandes-habilitation/statut'
import { Echeance } from '@/components/ui/echeance'
import { echeanceAttendue } from '@/lib/demandes-habilitation/echeance'
import { libellesType } from '@/lib/demandes-habilitation/libelles'
import type { demandesDeLaStructure } from '@/lib/demandes-habilitation/queries'
import { dateSansAnnee } from '@/lib/socle/format'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

type Demande = Awaited<ReturnType<typeof demandesDeLaStructure>>['demandes'][number]

const cellule = 'max-bureau:p-0! max-bureau:border-0!'

/** Requests of the structure: a table from 1024 px, cards below. Roles are written since cards are no table cells. */
export function TableauHabilitations({
  demandes,
  moi,
  aujourdhui,
}: {
  demandes: Demande[]
  moi: string
  aujourdhui: DateIso
}) {
  return (
    <table role="table" className="tableau tableau--aere max-bureau:block">
      <caption className="sr-only">Demandes sur les comptes gestionnaire de la structure</caption>
      <thead role="rowgroup" className="max-bureau:sr-only">
        <tr role="row">
          <th role="columnheader">Demande</th>
          <th role="columnheader">Organisme</th>
          <th role="columnheader">Statut</th>
          <th role="columnheader">Réponse</th>
          <th role="columnheader">Déposée</th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-bureau:block max-bureau:border-t max-bureau:border-filet-2">
        {demandes.map((demande) => (
          <tr
            key={demande.id}
            role="row"
            className="max-bureau:flex max-bureau:flex-wrap max-bureau:items-baseline max-bureau:gap-x-3 max-bureau:gap-y-1 max-bureau:border-b max-bureau:border-filet max-bureau:py-3.5"
          >
            <th role="rowheader" className={`${cellule} max-bureau:w-full`}>
              <a href={`/habilitations/${demande.id}`} className="inline-block min-h-6 font-semibold">
                {libellesType[demande.type]}
              </a>
              <span className="block text-14 font-normal text-encre-2">{demande.sujet ?? 'Compte effacé'}</span>
            </th>
            <td role="cell" className={`${cellule} max-bureau:w-full`}>
              {demande.caisse.nom}
            </td>
            <td role="cell" className={cellule}>
              <StatutHabilitation etat={demande.etat} cote="partenaire" />
            </td>
            <td role="cell" className={cellule}>
              <Reponse demande={demande} aujourdhui={aujourdhui} />
            </td>
            <td role="cell" className={`${cellule} max-bureau:w-full max-bureau:text-14 max-bureau:text-encre-2`}>
              <span className="bureau:hidden">déposée </span>
              le {dateSansAnnee(dateAParis(demande.deposeeLe), aujourdhui)}
              <span className="bureau:block bureau:text-14 bureau:text-encre-2">
                {' '}
                par {demande.deposeeParId === moi ? 'vous' : (demande.auteur ?? 'un ancien compte')}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Reponse({ demande, aujourdhui }: { demande: Demande; aujourdhui: DateIso }) {
  if (demande.etat === 'deposee')
    return <Echeance {...echeanceAttendue(demande.echeanceLe, aujourdhui, demande.calendrier)} />
  return demande.traiteeLe ? <>le {dateSansAnnee(dateAParis(demande.traiteeLe), aujourdhui)}</> : null
}
