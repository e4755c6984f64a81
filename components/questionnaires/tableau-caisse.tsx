import { TableauFiches } from '@/components/administration/tableau-fiches'
import { BadgeSituation } from '@/components/questionnaires/badge-situation'
import type { QuestionnaireListe } from '@/lib/questionnaires/queries-caisse'
import { dateAvecAnnee } from '@/lib/socle/format'

/** Questionnaires of the caisse. */
export function TableauQuestionnaires({ questionnaires }: { questionnaires: QuestionnaireListe[] }) {
  return (
    <TableauFiches
      legende="Questionnaires de la caisse"
      colonnes={['Questionnaire', 'Pour répondre', 'Réponses', 'État']}
      lignes={questionnaires.map(({ id, titre, annee, ouvreLe, fermeLe, participation, situation }) => ({
        cle: id,
        cellules: [
          <span key="titre">
            <a href={`/caisse/questionnaires/${id}`} className="inline-block min-h-6">
              {titre}
            </a>
            <span className="block text-14 font-normal text-encre-2">Année {annee}</span>
          </span>,
          <span key="dates">
            Du {dateAvecAnnee(ouvreLe)} au {dateAvecAnnee(fermeLe)}
          </span>,
          participation.invites > 0 ? (
            <a key="reponses" href={`/caisse/questionnaires/${id}/resultats`} className="inline-block min-h-6">
              {participation.envoyees} sur {participation.invites}
              <span className="bureau:hidden"> ont répondu</span>
              <span className="sr-only">, résultats de {titre}</span>
            </a>
          ) : (
            ''
          ),
          <BadgeSituation key="etat" situation={situation} />,
        ],
      }))}
    />
  )
}
