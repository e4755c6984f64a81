import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionNoterTenu } from '@/lib/rendez-vous/actions'

/** Honoured or missed, in one click; either can be corrected by the other. `sauf`: what it is already. */
export function NoterTenu({
  id,
  reference,
  retour,
  dense,
  sauf,
}: {
  id: string
  reference: string
  retour?: string
  dense?: boolean
  sauf?: string
}) {
  const pour = <span className="sr-only"> (rendez-vous de la demande {reference})</span>
  return (
    <Formulaire action={actionNoterTenu} titrePage="Rendez-vous" cle={`tenu-${id}`}>
      <ChampCache name="id" valeur={id} />
      {retour && <ChampCache name="retour" valeur={retour} />}
      <div className="flex flex-wrap gap-2">
        {sauf !== 'honore' && (
          <BoutonEnvoi aspect="secondaire" dense={dense} name="etat" value="honore" enCours="Un instant…">
            {sauf ? 'Noter honoré' : 'Honoré'}
            {pour}
          </BoutonEnvoi>
        )}
        {sauf !== 'manque' && (
          <BoutonEnvoi aspect="secondaire" dense={dense} name="etat" value="manque" enCours="Un instant…">
            {sauf ? 'Noter manqué' : 'Manqué'}
            {pour}
          </BoutonEnvoi>
        )}
      </div>
    </Formulaire>
  )
}
