import type { ReactNode } from 'react'
import { ChevronDown, Search } from '@/components/ui/icones'

function Champ({ nom, libelle, children }: { nom: string; libelle: string; children: ReactNode }) {
  return (
    <div className="max-tab:w-full">
      <label htmlFor={nom} className="mb-1 block text-14 font-semibold text-encre-2">
        {libelle}
      </label>
      {children}
    </div>
  )
}

/** Search field of a list, inside a plain form: no JavaScript. Where a person may be named, the form goes to `/recherche`. */
export function FiltreRecherche({ nom, libelle, valeur }: { nom: string; libelle: string; valeur?: string }) {
  return (
    <Champ nom={nom} libelle={libelle}>
      <span className="controle-filtre controle-filtre--recherche">
        <Search />
        <input type="search" id={nom} name={nom} defaultValue={valeur} maxLength={100} autoComplete="off" />
      </span>
    </Champ>
  )
}

/** Native list of a filter, inside a GET form. */
export function FiltreListe({
  nom,
  libelle,
  valeur,
  options,
}: {
  nom: string
  libelle: string
  valeur?: string
  options: { valeur: string; libelle: string }[]
}) {
  return (
    <Champ nom={nom} libelle={libelle}>
      <span className="controle-filtre controle-filtre--liste">
        <select id={nom} name={nom} defaultValue={valeur}>
          {options.map((option) => (
            <option key={option.valeur} value={option.valeur}>
              {option.libelle}
            </option>
          ))}
        </select>
        <ChevronDown />
      </span>
    </Champ>
  )
}
