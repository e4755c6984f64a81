import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { LienBouton } from '@/components/ui/bouton'
import { actionDeprogrammerActualite, actionSupprimerActualite } from '@/lib/actualites/actions'
import type { ActualiteLue } from '@/lib/actualites/queries'

/** What who holds it may still do of an actualité. */
export function ActesActualite({ actualite: { id, titre, etat } }: { actualite: ActualiteLue }) {
  if (etat === 'retiree') return null
  if (etat === 'publiee')
    return (
      <div className="rangee-boutons mb-6">
        <LienBouton href={`/actualites/${id}/modifier`} aspect="secondaire">
          Corriger
        </LienBouton>
        <a href={`/actualites/${id}/retirer`} className="inline-block min-h-6">
          Retirer
        </a>
      </div>
    )
  const brouillon = etat === 'brouillon'
  return (
    <div className="rangee-boutons mb-6">
      <LienBouton href={`/actualites/${id}/publier`}>
        {brouillon ? 'Relire et publier' : 'Changer le moment'}
      </LienBouton>
      <LienBouton href={`/actualites/${id}/modifier`} aspect="secondaire">
        Modifier
      </LienBouton>
      <Formulaire
        action={brouillon ? actionSupprimerActualite : actionDeprogrammerActualite}
        titrePage={titre}
        cle={`${etat}-${id}`}
      >
        <ChampCache name="id" valeur={id} />
        <BoutonEnvoi aspect="tiers" dense enCours="Un instant…">
          {brouillon ? 'Supprimer le brouillon' : 'Ne plus la publier'}
        </BoutonEnvoi>
      </Formulaire>
    </div>
  )
}
