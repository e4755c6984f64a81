'use client'

import { useChamp, useFormulaire } from '@/components/formulaire/contexte'
import { Groupe } from '@/components/formulaire/enveloppe'

export type CreneauACocher = { valeur: string; heures: string; ou: string }
export type JourACocher = { jour: string; creneaux: CreneauACocher[] }

type Proprietes = {
  name: string
  label: string
  aide?: string
  /** Several (`name[]`) or one. */
  multiple?: boolean
  jours: JourACocher[]
  /** Below the first ones, folded. */
  autres?: JourACocher[]
  autresEnMots?: string
  cochees?: string[]
}

/** Slots by day, to tick or to choose. */
export function CasesParJour({
  name,
  label,
  aide,
  multiple = false,
  jours,
  autres = [],
  autresEnMots = 'Autres créneaux',
  cochees = [],
}: Proprietes) {
  const champ = useChamp(name, Boolean(aide))
  const { valeurs } = useFormulaire()
  const nom = multiple ? `${name}[]` : name
  const tapees = valeurs[nom]
  const choisies = tapees === undefined ? (Object.keys(valeurs).length > 0 ? [] : cochees) : [tapees].flat()
  const premier = (jours[0] ?? autres[0])?.creneaux[0]?.valeur
  const groupe = ({ jour, creneaux }: JourACocher) => (
    <div key={jour} className="mt-3">
      <p className="font-semibold first-letter:uppercase">{jour}</p>
      <div className="choix-liste mt-1 gap-y-0! tab:grid! tab:grid-cols-2">
        {creneaux.map(({ valeur, heures, ou }) => (
          <div key={valeur} className="choix">
            <input
              id={valeur === premier ? name : `${name}-${valeur}`}
              type={multiple ? 'checkbox' : 'radio'}
              name={nom}
              value={valeur}
              defaultChecked={choisies.includes(valeur)}
            />
            <span className="choix__texte">
              <label htmlFor={valeur === premier ? name : `${name}-${valeur}`}>
                <span className="sr-only">{jour}, </span>
                {heures}
                {ou && <span className="text-15 text-encre-2">, {ou}</span>}
              </label>
            </span>
          </div>
        ))}
      </div>
    </div>
  )
  return (
    <Groupe {...{ label, aide, ...champ }} role={multiple ? undefined : 'radiogroup'}>
      {jours.map(groupe)}
      {autres.length > 0 && (
        <details className="mt-4" open={jours.length === 0}>
          <summary className="min-h-6 cursor-pointer text-bleu-700 underline underline-offset-3">
            {autresEnMots}
          </summary>
          {autres.map(groupe)}
        </details>
      )}
    </Groupe>
  )
}
