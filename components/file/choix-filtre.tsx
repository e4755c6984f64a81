import { ChevronDown } from '@/components/ui/icones'
import { contenuHtml, html, joindre } from '@/lib/socle/html'

export type Option = { valeur: string | number; libelle: string }
export type Groupe = { libelle: string; options: Option[] }

const enOptions = (options: Option[], choisie: Option['valeur']) =>
  joindre(
    options.map(
      ({ valeur, libelle }) =>
        html`<option value="${valeur}"${valeur === choisie && html` selected`}>${libelle}</option>`,
    ),
  )

/** A list of the filters, its options written as text. */
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
  const choisie = valeur ?? ''
  const choix = joindre([
    enOptions(options, choisie),
    ...groupes.map(
      (groupe) => html`<optgroup label="${groupe.libelle}">${enOptions(groupe.options, choisie)}</optgroup>`,
    ),
  ])
  return (
    <div className="filtres__champ">
      <label htmlFor={`filtre-${nom}`} className="bureau:sr-only">
        {libelle}
      </label>
      <span className={`filtres__liste${valeur !== undefined ? ' filtres__liste--choisi' : ''}`}>
        <select id={`filtre-${nom}`} name={nom} {...contenuHtml(choix)} />
        <ChevronDown />
      </span>
    </div>
  )
}
