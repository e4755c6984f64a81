import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { actionSortirDeMaintenance } from '@/lib/maintenance/actions'
import { type Fenetre, jusquaEnMots } from '@/lib/maintenance/regles'

/** The maintenance that runs, and the way out of it. */
export function MaintenanceEnCours({
  lue,
  maintenant,
  titrePage,
}: {
  lue: Fenetre & { version: number }
  maintenant: Date
  titrePage: string
}) {
  return (
    <Avis ton="chaud" titre={`Le portail est en lecture seule ${jusquaEnMots(lue, maintenant)}.`} className="mb-8">
      <p className="mb-3">Si c’est fini plus tôt, rouvrez-le ; si c’est plus long, déplacez la fin.</p>
      <Formulaire action={actionSortirDeMaintenance} titrePage={titrePage} cle={`sortir-${lue.id}`}>
        <ChampCache name="id" valeur={lue.id} />
        <ChampCache name="version" valeur={lue.version} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <BoutonEnvoi enCours="Réouverture…">Sortir de maintenance</BoutonEnvoi>
          <a href={`/administration/maintenances/${lue.id}`} className="inline-block min-h-6">
            Déplacer la fin
          </a>
        </div>
      </Formulaire>
    </Avis>
  )
}
