import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import type { Places } from '@/lib/habilitations/regles'
import { pluriel } from '@/lib/socle/format'

/** No seat left: the rule in words, and the two ways out. */
export function PlusDePlace({ places, membres }: { places: Places; membres: number }) {
  return (
    <div className="mt-6">
      <EtatVide
        titre="Il n’y a plus de place"
        action={
          <LienBouton aspect="secondaire" href="/equipe">
            Voir l’équipe
          </LienBouton>
        }
      >
        <p>
          Votre structure déclare {pluriel(membres, 'membre')}
          {'\u00a0'}: elle a droit à {pluriel(places.quota ?? 0, 'compte')} de technicien, et {places.occupees} sont
          occupés. Inactivez un compte qui ne sert plus, ou demandez à la caisse de mettre à jour le nombre de membres.
        </p>
      </EtatVide>
    </div>
  )
}
