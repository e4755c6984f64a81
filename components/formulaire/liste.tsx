'use client'

import { classeControle, type Largeur } from '@/components/formulaire/champ-texte'
import { useChamp } from '@/components/formulaire/contexte'
import { Enveloppe, type ProprietesChamp } from '@/components/formulaire/enveloppe'
import { ChevronDown } from '@/components/ui/icones'

/** A native list. Without a value it starts on an empty «Choisir». */
export function Liste({
  name,
  label,
  aide,
  optionnel,
  className,
  options,
  valeur,
  largeur = 'moyen',
  vide = 'Choisir',
  autoComplete,
}: ProprietesChamp & {
  options: { valeur: string; libelle: string }[]
  valeur?: string
  largeur?: Largeur
  /** Words of the empty first line; `null` for none. */
  vide?: string | null
  autoComplete?: string
}) {
  const champ = useChamp(name, Boolean(aide), valeur)
  return (
    <Enveloppe {...{ label, aide, optionnel, className, ...champ }} htmlFor={name}>
      <span className={`controle-liste ${largeur === 'plein' ? '' : `controle--${largeur}`}`}>
        <select
          id={name}
          name={name}
          defaultValue={champ.valeur ?? ''}
          autoComplete={autoComplete}
          aria-required={!optionnel}
          aria-invalid={champ.invalide}
          aria-describedby={champ.decritPar}
          className={classeControle('plein')}
        >
          {vide !== null && <option value="">{vide}</option>}
          {options.map((option) => (
            <option key={option.valeur} value={option.valeur}>
              {option.libelle}
            </option>
          ))}
        </select>
        <ChevronDown />
      </span>
    </Enveloppe>
  )
}
