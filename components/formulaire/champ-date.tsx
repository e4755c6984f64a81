'use client'

import { useFormulaire } from '@/components/formulaire/contexte'
import { Groupe, type ProprietesChamp } from '@/components/formulaire/enveloppe'

export type PartiesDate = { jour?: string; mois?: string; annee?: string }

const parties = [
  { cle: 'jour', mot: 'Jour', anniversaire: 'bday-day', longueur: 2 },
  { cle: 'mois', mot: 'Mois', anniversaire: 'bday-month', longueur: 2 },
  { cle: 'annee', mot: 'Année', anniversaire: 'bday-year', longueur: 4 },
] as const

/** Three fields, `name.jour`, `name.mois`, `name.annee`. The focus never moves by itself. */
export function ChampDate({
  name,
  label,
  aide = 'Par exemple, 27 3 1962',
  optionnel,
  className,
  valeur,
  anniversaire,
}: ProprietesChamp & {
  valeur?: PartiesDate /** One's own birthday: lets the browser fill it in. */
  anniversaire?: boolean
}) {
  const { erreurs, valeurs } = useFormulaire()
  const fautives = parties.filter(({ cle }) => erreurs[`${name}.${cle}`])
  const erreur = erreurs[name] ?? (fautives[0] && erreurs[`${name}.${fautives[0].cle}`])
  const idAide = `${name}-aide`
  const idErreur = `${name}-erreur`
  return (
    <Groupe
      {...{ label, aide, optionnel, className, erreur, idAide, idErreur }}
      decritPar={[aide && idAide, erreur && idErreur].filter(Boolean).join(' ') || undefined}
    >
      <div className="controle-date">
        {parties.map(({ cle, mot, anniversaire: autoComplete, longueur }) => {
          // The first control carries the name of the field: the links of the summary lead to it.
          const id = cle === 'jour' ? name : `${name}.${cle}`
          const tapee = valeurs[`${name}.${cle}`]
          const fautive = erreurs[name] !== undefined || erreurs[`${name}.${cle}`] !== undefined
          return (
            <div key={cle}>
              <label htmlFor={id}>{mot}</label>
              <input
                id={id}
                name={`${name}.${cle}`}
                type="text"
                inputMode="numeric"
                maxLength={longueur}
                autoComplete={anniversaire ? autoComplete : 'off'}
                defaultValue={typeof tapee === 'string' ? tapee : valeur?.[cle]}
                aria-required={!optionnel}
                aria-invalid={fautive || undefined}
                className="controle"
              />
            </div>
          )
        })}
      </div>
    </Groupe>
  )
}
