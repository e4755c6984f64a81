'use client'

import { classeControle, type Largeur } from '@/components/formulaire/champ-texte'
import { useChamp } from '@/components/formulaire/contexte'
import { Enveloppe, type ProprietesChamp } from '@/components/formulaire/enveloppe'
import { ChevronDown } from '@/components/ui/icones'

type Option = {
  valeur: string
  libelle: string /** Title of the lines that follow one another under it. */
  groupe?: string
}

const enOption = ({ valeur, libelle }: Option) => (
  <option key={valeur} value={valeur}>
    {libelle}
  </option>
)

function parGroupe(options: Option[]): [string, Option[]][] {
  const groupes = new Map<string, Option[]>()
  for (const option of options) {
    const groupe = option.groupe ?? ''
    groupes.set(groupe, [...(groupes.get(groupe) ?? []), option])
  }
  return [...groupes]
}

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
  options: Option[]
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
          {parGroupe(options).map(([groupe, lignes]) =>
            groupe ? (
              <optgroup key={groupe} label={groupe}>
                {lignes.map(enOption)}
              </optgroup>
            ) : (
              lignes.map(enOption)
            ),
          )}
        </select>
        <ChevronDown />
      </span>
    </Enveloppe>
  )
}
