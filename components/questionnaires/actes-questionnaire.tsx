import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { LienBouton } from '@/components/ui/bouton'
import { actionAnnulerEnvoi, actionRelancer, actionSupprimerQuestionnaire } from '@/lib/questionnaires/actions'
import type { QuestionnaireTenuParLaCaisse } from '@/lib/questionnaires/queries-caisse'
import type { ActionFormulaire } from '@/lib/socle/etat-action'

type Lu = Pick<QuestionnaireTenuParLaCaisse, 'id' | 'titre' | 'situation' | 'questions' | 'destinataires'>

/** What a référent may do of a questionnaire, where it stands. */
export function ActesQuestionnaire({ lu: { id, titre, situation, questions, destinataires } }: { lu: Lu }) {
  const page = `/caisse/questionnaires/${id}`
  const bouton = (action: ActionFormulaire, nom: string, mots: string) => (
    <Formulaire action={action} titrePage={titre} cle={`${nom}-${id}`}>
      <ChampCache name="id" valeur={id} />
      <BoutonEnvoi
        aspect={nom === 'supprimer' ? 'tiers' : 'secondaire'}
        dense={nom === 'supprimer'}
        enCours="Un instant…"
      >
        {mots}
      </BoutonEnvoi>
    </Formulaire>
  )
  return (
    <div className="rangee-boutons mb-6">
      {situation === 'brouillon' && (
        <>
          {questions.length > 0 && <LienBouton href={`${page}/envoyer`}>Envoyer aux partenaires</LienBouton>}
          <LienBouton href={`${page}/modifier`} aspect="secondaire">
            Modifier
          </LienBouton>
          {bouton(actionSupprimerQuestionnaire, 'supprimer', 'Supprimer le brouillon')}
        </>
      )}
      {situation === 'programme' && bouton(actionAnnulerEnvoi, 'annuler', 'Annuler l’envoi programmé')}
      {(situation === 'ouvert' || situation === 'clos') && (
        <LienBouton href={`${page}/resultats`}>Voir les résultats</LienBouton>
      )}
      {situation === 'ouvert' && (
        <>
          {destinataires.some(({ envoyeLe }) => !envoyeLe) &&
            bouton(actionRelancer, 'relancer', 'Rappeler ceux qui n’ont pas répondu')}
          <a href={`${page}/modifier`} className="inline-block min-h-6">
            Reporter la clôture
          </a>
          <a href={`${page}/clore`} className="inline-block min-h-6">
            Clore maintenant
          </a>
        </>
      )}
    </div>
  )
}
