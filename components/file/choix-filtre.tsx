'use client'

import { ChevronDown } from '@/components/ui/icones'

export type Option = { valeur: string | number; libelle: string }
export type Groupe = { libelle: string; options: Option[] }

const enOption = ({ valeur, libelle }: Option) => (
  <option key={valeur} value={valeur}>
    {libelle}
  </option>
)

/** A list of the filters. Declared for the browser so that the page carries its options as data, and not as elements too. */
export function ChoixFiltre({
  nom,
  libelle,
  valeur,
  options,
  groupes = [],
}: {
  nom: string
  libelle: string
  valeur?: string | number
  options: Option[]
  groupes?: Groupe[]
}) {
  return (
    <div className="filtres__champ">
      <label htmlFor={`filtre-${nom}`} className="bureau:sr-only">
        {libelle}
      </label>
      <span className={`filtres__liste${valeur !== undefined ? ' filtres__liste--choisi' : ''}`}>
        <select id={`filtre-${nom}`} name={nom} defaultValue={valeur ?? ''}>
          {options.map(enOption)}
          {groupes.map((groupe) => (
            <optgroup key={groupe.libelle} label={groupe.libelle}>
              {groupe.options.map(enOption)}
            </optgroup>
          ))}
        </select>
        <ChevronDown />
      </span>
    </div>
  )
}
