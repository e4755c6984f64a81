import { Avis } from '@/components/ui/avis'
import { la } from '@/lib/notifications/modeles/avis/commun'
import { questionnairesARepondre } from '@/lib/questionnaires/queries-partenaire'
import type { Acteur } from '@/lib/socle/acteur'
import { dateAvecAnnee } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'

/** On the first page of a gestionnaire: the questionnaires that wait. */
export async function QuestionnairesARepondre({ acteur, maintenant }: { acteur: Acteur; maintenant: Date }) {
  const attendus = await questionnairesARepondre(acteur, maintenant)
  return attendus.map(({ id, caisse, titre, fermeLe, commenceLe }) => (
    <Avis key={id} ton="chaud" className="mb-6">
      <p>
        {majuscule(la(caisse))} attend l’avis de votre organisme jusqu’au {dateAvecAnnee(fermeLe)} :{' '}
        <a href={`/questionnaires/${id}`}>
          {commenceLe ? 'finir la réponse' : 'répondre'} au questionnaire « {titre} »
        </a>
        .
      </p>
    </Avis>
  ))
}
