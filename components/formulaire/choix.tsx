'use client'

import type { ReactNode } from 'react'
import { useChamp, useFormulaire } from '@/components/formulaire/contexte'
import { Groupe, type ProprietesChamp } from '@/components/formulaire/enveloppe'
import { MessageChamp } from '@/components/formulaire/message-champ'

export type OptionChoix = { valeur: string; libelle: ReactNode; aide?: ReactNode }

type Liste = ProprietesChamp & { options: OptionChoix[] /** Short answers side by side. */; enLigne?: boolean }

const idOption = (name: string, valeur: string, rang: number) => (rang === 0 ? name : `${name}-${valeur}`)

function Option({
  id,
  option,
  invalide,
  ...props
}: {
  id: string
  option: OptionChoix
  type: 'radio' | 'checkbox'
  name: string
  defaultChecked: boolean
  invalide?: true
}) {
  const idAide = option.aide ? `${id}-aide` : undefined
  return (
    <div className="choix">
      <input
        id={id}
        value={option.valeur}
        aria-describedby={idAide}
        aria-invalid={props.type === 'checkbox' ? invalide : undefined}
        {...props}
      />
      <span className="choix__texte">
        <label htmlFor={id}>{option.libelle}</label>
        {option.aide && (
          <span id={idAide} className="choix__aide">
            {option.aide}
          </span>
        )}
      </span>
    </div>
  )
}

export function Radios({
  name,
  label,
  aide,
  optionnel,
  className,
  options,
  enLigne,
  valeur,
}: Liste & { valeur?: string }) {
  const champ = useChamp(name, Boolean(aide), valeur)
  return (
    <Groupe {...{ label, aide, optionnel, className, ...champ }} role="radiogroup">
      <div className={`choix-liste${enLigne ? ' choix-liste--ligne' : ''}`}>
        {options.map((option, rang) => (
          <Option
            key={option.valeur}
            id={idOption(name, option.valeur, rang)}
            type="radio"
            name={name}
            option={option}
            defaultChecked={option.valeur === champ.valeur}
          />
        ))}
      </div>
    </Groupe>
  )
}

/** Several answers to one question, sent as the list `name[]`. */
export function CasesACocher({
  name,
  label,
  aide,
  optionnel,
  className,
  options,
  enLigne,
  valeurs: initiales = [],
}: Liste & { valeurs?: string[] }) {
  const champ = useChamp(name, Boolean(aide))
  const { valeurs } = useFormulaire()
  const tapees = valeurs[`${name}[]`]
  // A list left empty is not sent: once something was typed anywhere, nothing kept means nothing ticked.
  const cochees = tapees ?? (Object.keys(valeurs).length > 0 ? [] : initiales)
  return (
    <Groupe {...{ label, aide, optionnel, className, ...champ }}>
      <div className={`choix-liste${enLigne ? ' choix-liste--ligne' : ''}`}>
        {options.map((option, rang) => (
          <Option
            key={option.valeur}
            id={idOption(name, option.valeur, rang)}
            type="checkbox"
            name={`${name}[]`}
            option={option}
            defaultChecked={cochees.includes(option.valeur)}
            invalide={champ.invalide}
          />
        ))}
      </div>
    </Groupe>
  )
}

/** One box: an attestation, a consent. The message stands above it; sent as `valeur` (`oui`) when ticked. */
export function CaseACocher({
  name,
  label,
  aide,
  className,
  valeur = 'oui',
  cochee = false,
}: Omit<ProprietesChamp, 'optionnel'> & { valeur?: string; cochee?: boolean }) {
  const champ = useChamp(name, Boolean(aide))
  const { valeurs } = useFormulaire()
  const deja = Object.keys(valeurs).length > 0 ? valeurs[name] === valeur : cochee
  return (
    <div className={`champ${champ.erreur ? ' champ--erreur' : ''}${className ? ` ${className}` : ''}`}>
      <MessageChamp id={champ.idErreur} message={champ.erreur} />
      <div className="choix">
        <input
          id={name}
          name={name}
          type="checkbox"
          value={valeur}
          defaultChecked={deja}
          aria-invalid={champ.invalide}
          aria-describedby={champ.decritPar}
        />
        <span className="choix__texte">
          <label htmlFor={name}>{label}</label>
          {aide && (
            <span id={champ.idAide} className="choix__aide">
              {aide}
            </span>
          )}
        </span>
      </div>
    </div>
  )
}
