import { TableauFiches } from '@/components/administration/tableau-fiches'
import { HorlogeDuDroit } from '@/components/personnes/horloge'
import { libellesDroit, libellesIssue } from '@/lib/personnes/libelles'
import type { DroitDuRegistre } from '@/lib/personnes/queries'
import { dateAvecAnnee } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'

/** Requests of one state. */
export function Registre({ legende, demandes }: { legende: string; demandes: DroitDuRegistre[] }) {
  return (
    <TableauFiches
      legende={legende}
      colonnes={['Demande', 'Droit', 'Reçue le', 'Identité', 'Délai']}
      lignes={demandes.map((demande) => {
        const { id, reference, prenom, nomNaissance, type, recueLe, identiteLe, horloge, issue, echeanceLe } = demande
        return {
          cle: id,
          cellules: [
            <span key="demande">
              <a href={`/caisse/personnes/${id}`}>
                {prenom} {nomNaissance}
              </a>
              <span className="block text-14 font-normal text-encre-2">{reference}</span>
            </span>,
            libellesDroit[type],
            <span key="recue">
              <span className="bureau:hidden">Reçue le </span>
              {dateAvecAnnee(jourDe(recueLe))}
            </span>,
            <span key="identite">
              <span className="bureau:hidden">Identité{'\u00A0'}: </span>
              {identiteLe ? 'Vérifiée' : 'À vérifier'}
            </span>,
            <span key="delai">
              <HorlogeDuDroit horloge={horloge} />
              <span className="block text-14 text-encre-2">
                {issue ? libellesIssue[issue] : `jusqu’au ${dateAvecAnnee(jourDe(echeanceLe))}`}
              </span>
            </span>,
          ],
        }
      })}
    />
  )
}
