import { EtatVide } from '@/components/ui/etat-vide'

/** A draft whose service no caisse proposes any more: nothing of it can be sent by that way. */
export function ServiceFerme({ id, service }: { id: string; service: string }) {
  return (
    <>
      <h1 className="mb-6">Ce service n’est plus proposé</h1>
      <EtatVide titre={service} action={<a href={`/demandes/brouillon/${id}/supprimer`}>Supprimer ce brouillon</a>}>
        <p>
          La caisse ne propose plus ce service à votre organisme : ce brouillon ne peut pas être transmis par ce moyen.
          Il reste gardé, au cas où le service rouvrirait. <a href="/demandes">Faire une autre demande</a>
        </p>
      </EtatVide>
    </>
  )
}
