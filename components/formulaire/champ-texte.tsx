'use client'

import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute } from 'react'
import { useChamp } from '@/components/formulaire/contexte'
import { Enveloppe, type ProprietesChamp } from '@/components/formulaire/enveloppe'

export type Largeur = 'plein' | 'moyen' | 'court'

export const classeControle = (largeur: Largeur) => (largeur === 'plein' ? 'controle' : `controle controle--${largeur}`)

export function ChampTexte({
  name,
  label,
  aide,
  optionnel,
  className,
  valeur,
  type = 'text',
  largeur = 'moyen',
  autoComplete = 'off',
  inputMode,
  maxLength,
  spellCheck,
  suggestions,
}: ProprietesChamp & {
  valeur?: string
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'tel' | 'search' | 'url'>
  largeur?: Largeur
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  maxLength?: number
  spellCheck?: boolean
  /** Proposed while typing; anything else may be typed. */
  suggestions?: readonly string[]
}) {
  const champ = useChamp(name, Boolean(aide), valeur)
  return (
    <Enveloppe {...{ label, aide, optionnel, className, ...champ }} htmlFor={name}>
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={champ.valeur}
        autoComplete={autoComplete}
        inputMode={inputMode}
        maxLength={maxLength}
        spellCheck={spellCheck}
        list={suggestions && `${name}-suggestions`}
        aria-required={!optionnel}
        aria-invalid={champ.invalide}
        aria-describedby={champ.decritPar}
        className={classeControle(largeur)}
      />
      {suggestions && (
        <datalist id={`${name}-suggestions`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </Enveloppe>
  )
}
