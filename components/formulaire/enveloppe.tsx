import type { ReactNode } from 'react'
import { MessageChamp } from '@/components/formulaire/message-champ'

export type ProprietesChamp = {
  name: string
  label: ReactNode
  aide?: ReactNode
  /** Adds «(optionnel)» to the label: fields are mandatory otherwise. */
  optionnel?: boolean
  className?: string
}

type Cadre = Omit<ProprietesChamp, 'name'> & { idAide: string; idErreur: string; erreur?: string; children: ReactNode }

const Libelle = ({ label, optionnel }: Pick<Cadre, 'label' | 'optionnel'>) => (
  <>
    {label}
    {optionnel && ' (optionnel)'}
  </>
)

const classe = (erreur?: string, className?: string) =>
  `champ${erreur ? ' champ--erreur' : ''}${className ? ` ${className}` : ''}`

function Corps({ aide, idAide, erreur, idErreur, children }: Omit<Cadre, 'label'>) {
  return (
    <>
      {aide && (
        <div id={idAide} className="champ__aide">
          {aide}
        </div>
      )}
      <MessageChamp id={idErreur} message={erreur} />
      {children}
    </>
  )
}

/** One control: label, hint, message, control. */
export function Enveloppe({ htmlFor, label, optionnel, className, ...reste }: Cadre & { htmlFor: string }) {
  return (
    <div className={classe(reste.erreur, className)}>
      <label htmlFor={htmlFor} className="champ__libelle">
        <Libelle label={label} optionnel={optionnel} />
      </label>
      <Corps {...reste} />
    </div>
  )
}

/** Several controls under one question. */
export function Groupe({
  role,
  decritPar,
  invalide,
  label,
  optionnel,
  className,
  ...reste
}: Cadre & { role?: 'radiogroup'; decritPar?: string; invalide?: true }) {
  return (
    <fieldset
      role={role}
      aria-describedby={decritPar}
      aria-invalid={role && invalide}
      aria-required={role && !optionnel ? true : undefined}
      className={classe(reste.erreur, className)}
    >
      <legend className="champ__libelle">
        <Libelle label={label} optionnel={optionnel} />
      </legend>
      <div>
        <Corps {...reste} />
      </div>
    </fieldset>
  )
}
