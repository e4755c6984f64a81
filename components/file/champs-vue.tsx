import { ChampTexte } from '@/components/formulaire/champ-texte'
import { CaseACocher } from '@/components/formulaire/choix'

/** Name of a view, and for whom it is. */
export function ChampsVue({ nom, partagee, caisse }: { nom?: string; partagee?: boolean; caisse: string }) {
  return (
    <>
      <ChampTexte name="nom" label="Nom de la vue" valeur={nom} aide="Par exemple, « C2S de la semaine »." />
      <CaseACocher
        name="partagee"
        label={`La partager avec tous les agents, ${caisse}`}
        aide="Chacun la trouvera dans « Autres vues ». Vous seul changerez ses filtres ; le référent pourra la renommer ou la supprimer."
        cochee={partagee}
      />
    </>
  )
}
