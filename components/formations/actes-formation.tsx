import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { LienBouton } from '@/components/ui/bouton'
import { actionSupprimerFormation } from '@/lib/formations/actions'
import type { FormationTenueParLaCaisse } from '@/lib/formations/queries-caisse'

/** What a référent may still do of a session; nothing once it is over. */
export function ActesFormation({
  formation: { id, theme, etat, situation },
}: {
  formation: FormationTenueParLaCaisse
}) {
  if (etat === 'annulee' || etat === 'terminee') return null
  const modifier = `/caisse/formations/${id}/modifier`
  if (etat === 'brouillon')
    return (
      <div className="rangee-boutons mb-6">
        <LienBouton href={`/caisse/formations/${id}/publier`}>Publier la session</LienBouton>
        <LienBouton href={modifier} aspect="secondaire">
          Modifier
        </LienBouton>
        <Formulaire action={actionSupprimerFormation} titrePage={theme} cle={`supprimer-${id}`}>
          <ChampCache name="id" valeur={id} />
          <BoutonEnvoi aspect="tiers" dense enCours="Un instant…">
            Supprimer le brouillon
          </BoutonEnvoi>
        </Formulaire>
      </div>
    )
  return (
    <div className="rangee-boutons mb-6">
      {(situation === 'ouverte' || situation === 'close') && (
        <LienBouton href={modifier} aspect="secondaire">
          Modifier
        </LienBouton>
      )}
      <a href={`/caisse/formations/${id}/annuler`} className="inline-block min-h-6">
        Annuler la session
      </a>
    </div>
  )
}
