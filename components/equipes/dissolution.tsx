import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'
import { actionDissoudreEquipe } from '@/lib/equipes/actions'
import type { EquipeAGerer } from '@/lib/equipes/queries-reglages'
import { pluriel } from '@/lib/socle/format'

/** What becomes of its demandes and its rules, before a team is dissolved. */
export function Dissolution({ equipe }: { equipe: EquipeAGerer }) {
  const titre = `Dissoudre l’équipe « ${equipe.nom} » ?`
  const { id, version, membres, regles, ouvertes, aPrendre, autres } = equipe
  return (
    <Formulaire action={actionDissoudreEquipe} titrePage={titre} cle={`dissoudre-${id}`} className="max-w-160">
      <h1 className="mb-4">{titre}</h1>
      <ul className="mb-6 list-disc pl-5">
        <li>
          {ouvertes === 0
            ? 'Aucune demande ouverte n’est dans cette équipe.'
            : `${pluriel(ouvertes, 'demande ouverte change', 'demandes ouvertes changent')} d’équipe, dont ${aPrendre} à prendre. Un agent qui en suit une la garde.`}
        </li>
        <li>
          {regles === 0
            ? 'Aucune règle de routage ne mène à elle.'
            : `${pluriel(regles, 'règle de routage mène', 'règles de routage mènent')} à elle${'\u00A0'}: sans équipe qui reprend, ${regles === 1 ? 'elle est supprimée' : 'elles sont supprimées'}.`}
        </li>
        <li>
          {membres.length === 0
            ? 'Elle n’a plus de membre en activité.'
            : `Ses ${pluriel(membres.length, 'membre')} gardent leurs autres équipes et les demandes qu’ils suivent.`}
        </li>
        <li>Les demandes closes gardent son nom.</li>
      </ul>
      <ChampCache name="id" valeur={id} />
      <ChampCache name="version" valeur={version} />
      <Liste
        name="vers"
        label="Qui reprend ses demandes et ses règles ?"
        optionnel
        vide="Personne : file commune, règles supprimées"
        largeur="plein"
        options={autres.map((autre) => ({ valeur: autre.id, libelle: autre.nom }))}
      />
      <div className="rangee-boutons">
        <BoutonEnvoi aspect="danger" enCours="Un instant…">
          Dissoudre l’équipe
        </BoutonEnvoi>
        <a href={`/caisse/parametres/equipes/${id}`} className="inline-block min-h-6">
          La garder
        </a>
      </div>
    </Formulaire>
  )
}
