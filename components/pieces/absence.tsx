'use client'

import { ChampTexte } from '@/components/formulaire/champ-texte'
import { useFormulaire } from '@/components/formulaire/contexte'

/** «La personne ne l’a pas»: a box, and the reason asked for as soon as it is ticked, without JavaScript too. */
export function Absence({
  code,
  libelle,
  raison,
  cochee,
  surBascule,
}: {
  code: string
  libelle: string
  raison?: string
  cochee: boolean
  surBascule: (absente: boolean) => void
}) {
  const { valeurs } = useFormulaire()
  const nom = `absente.${code}`
  return (
    <div className="group/absence mt-1">
      <div className="choix">
        <input
          id={nom}
          name={nom}
          type="checkbox"
          value="oui"
          defaultChecked={Object.keys(valeurs).length > 0 ? valeurs[nom] === 'oui' : cochee}
          onChange={(evenement) => surBascule(evenement.currentTarget.checked)}
        />
        <span className="choix__texte">
          <label htmlFor={nom}>
            La personne ne l’a pas<span className="sr-only"> : {libelle}</span>
          </label>
        </span>
      </div>
      <div className="mt-1 mb-1 hidden group-has-[input[type=checkbox]:checked]/absence:block">
        <ChampTexte
          name={`absentes.${code}`}
          label="Pourquoi ?"
          aide="En quelques mots, sans numéro de sécurité sociale ni information de santé."
          className="mb-0!"
          largeur="plein"
          maxLength={300}
          valeur={raison}
        />
      </div>
    </div>
  )
}
