import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { CasesACocher } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionEnregistrerEquipe } from '@/lib/equipes/actions'
import type { agentsAReunir } from '@/lib/equipes/queries-reglages'
import { nomComplet } from '@/lib/socle/acteur'

type Agents = Awaited<ReturnType<typeof agentsAReunir>>
type Equipe = { id: string; version: number; nom: string; membres: string[] }

/** A team is a name and agents. */
export function FormulaireEquipe({ titre, equipe, agents }: { titre: string; equipe?: Equipe; agents: Agents }) {
  return (
    <Formulaire
      action={actionEnregistrerEquipe}
      titrePage={titre}
      cle={`equipe-${equipe?.id ?? 'nouvelle'}`}
      className="max-w-160"
    >
      <h1 className="mb-5">{titre}</h1>
      {equipe && <ChampCache name="id" valeur={equipe.id} />}
      {equipe && <ChampCache name="version" valeur={equipe.version} />}
      <ChampTexte
        name="nom"
        label="Nom de l’équipe"
        aide="Tel que les agents le lisent dans la file, par exemple « C2S et AME »"
        maxLength={60}
        valeur={equipe?.nom}
      />
      <CasesACocher
        name="membres"
        label="Qui en fait partie ?"
        aide="Un agent peut être de plusieurs équipes. Il voit et peut prendre aussi les demandes des autres."
        options={agents.map((agent) => ({ valeur: agent.id, libelle: nomComplet(agent) }))}
        valeurs={equipe?.membres}
      />
      <div className="rangee-boutons">
        <BoutonEnvoi enCours="Enregistrement…">Enregistrer l’équipe</BoutonEnvoi>
        <a href="/caisse/parametres/equipes" className="inline-block min-h-6">
          Ne rien changer
        </a>
      </div>
    </Formulaire>
  )
}
