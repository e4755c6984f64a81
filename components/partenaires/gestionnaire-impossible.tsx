import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import type { PlacesStructure } from '@/lib/habilitations/places'
import type { PartDeCaisse } from '@/lib/partenaires/situation'
import { pluriel } from '@/lib/socle/format'

/** Why no gestionnaire can be added, and what to do instead of a form that would be refused. */
export function GestionnaireImpossible({
  partenaireId,
  part,
  places,
}: {
  partenaireId: string
  part: PartDeCaisse
  places: PlacesStructure
}) {
  const { quota, occupees } = places.gestionnaires
  if (!part.vivante)
    return (
      <EtatVide
        titre="Aucune convention signée avec votre caisse"
        action={
          <LienBouton aspect="secondaire" href={`/caisse/conventions/${part.conventionId}`}>
            Ouvrir la convention
          </LienBouton>
        }
      >
        <p>Un gestionnaire est habilité une fois la convention signée. Enregistrez d’abord sa signature.</p>
      </EtatVide>
    )
  return (
    <EtatVide
      titre="Il n’y a plus de place de gestionnaire"
      action={
        <LienBouton aspect="secondaire" href={`/caisse/partenaires/${partenaireId}#gestionnaires`}>
          Voir les gestionnaires
        </LienBouton>
      }
    >
      <p>
        Pour {pluriel(places.membres, 'membre déclaré', 'membres déclarés')}, le quota est de {quota} comptes de
        gestionnaire, et {occupees} sont occupés. Inactivez un compte qui ne sert plus, ou{' '}
        <a href={`/caisse/partenaires/${partenaireId}/modifier`}>mettez à jour le nombre de membres</a> s’il a changé.
      </p>
    </EtatVide>
  )
}
