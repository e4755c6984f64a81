import type { ReactNode } from 'react'
import { type OptionChoix, Radios } from '@/components/formulaire/choix'
import { ErreurSommaire } from '@/components/formulaire/erreur-sommaire'
import { MessageChamp } from '@/components/formulaire/message-champ'
import { Bouton } from '@/components/ui/bouton'
import { FilRetour } from '@/components/ui/fil-retour'

/** A question page of its own: the answer goes into the address, without JavaScript. */
export function ChoixEtape({
  titre,
  nom,
  libelle,
  message,
  options,
  garder,
  enErreur,
  retour,
  children,
}: {
  titre: string
  /** Name of the answer in the address, and words of its field. */
  nom: string
  libelle: string
  /** When nothing was chosen. */
  message: string
  options: OptionChoix[]
  /** Earlier answers. */
  garder: Record<string, string | undefined>
  enErreur: boolean
  retour: string
  children?: ReactNode
}) {
  return (
    <div className="max-w-160">
      <FilRetour href={retour} />
      <form action="/habilitations/nouvelle" method="get" noValidate>
        {enErreur && <ErreurSommaire erreurs={{ [nom]: message }} />}
        <p className="mb-1 text-15 text-encre-2">Comptes gestionnaire</p>
        <h1 className="mb-6">{titre}</h1>
        {children}
        <div className={enErreur ? 'champ champ--erreur' : undefined}>
          <MessageChamp id={`${nom}-erreur`} message={enErreur ? message : undefined} />
          <Radios name={nom} label={libelle} className="[&>legend]:sr-only" options={options} />
        </div>
        {Object.entries(garder).map(
          ([cle, valeur]) => valeur && <input key={cle} type="hidden" name={cle} value={valeur} />,
        )}
        <input type="hidden" name="choix" value={nom} />
        <div className="rangee-boutons mt-6">
          <Bouton type="submit">Continuer</Bouton>
        </div>
      </form>
    </div>
  )
}
