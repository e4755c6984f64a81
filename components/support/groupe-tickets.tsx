import { TableauFiches } from '@/components/administration/tableau-fiches'
import { BadgeTicket } from '@/components/support/badge-ticket'
import { LienTicket } from '@/components/support/lien-ticket'
import { la } from '@/lib/notifications/modeles/avis/commun'
import { dateEtHeure } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'
import { libellesGeneCourts } from '@/lib/support/libelles'
import type { GroupeDeTickets } from '@/lib/support/queries'

/** What was met on one page of the portal. `national`: read by those who see all the caisses. */
export function GroupeTickets({ groupe: { page, lignes }, national }: { groupe: GroupeDeTickets; national: boolean }) {
  return (
    <section className="mt-8" aria-label={page}>
      <h2 className="flex items-baseline gap-3">
        {page}
        <span className="text-15 font-normal text-encre-2">{lignes.length > 1 && `${lignes.length} fois`}</span>
      </h2>
      <TableauFiches
        legende={`Dysfonctionnements signalés, ${page}`}
        colonnes={['Signalement', 'Gêne', 'Par', 'Reçu le', 'État']}
        largeurs={['', 'bureau:w-40', 'bureau:w-64', 'bureau:w-70', 'bureau:w-44']}
        lignes={lignes.map(({ id, constat, gene, auteur, caisse, creeLe, etat }) => ({
          cle: id,
          cellules: [
            <LienTicket key="reference" id={id} constat={constat} />,
            libellesGeneCourts[gene],
            <span key="auteur">
              {auteur}
              {national && caisse && <span className="block text-14 text-encre-2">Adressé à {la(caisse.nom)}</span>}
            </span>,
            majuscule(dateEtHeure(creeLe)),
            <BadgeTicket key="etat" etat={etat} />,
          ],
        }))}
      />
    </section>
  )
}
