'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { useFormulaire } from '@/components/formulaire/contexte'
import { useCapacite } from '@/components/securite/use-capacite'
import { Bouton, LienBouton } from '@/components/ui/bouton'

/** Where to go once the codes are kept. */
export type Suite = { href: string; libelle: string }

/** Recovery codes, shown this once: to print, to keep in a file, or to copy. */
export function CodesAffiches({ codes, identifiant, suite }: { codes: string[]; identifiant: string; suite: Suite }) {
  const titre = useRef<HTMLHeadingElement>(null)
  const imprimable = useCapacite(() => true)
  useEffect(() => titre.current?.focus(), [])
  const texte = `Espace Partenaires, codes de secours du compte ${identifiant}. Chacun sert une fois.\r\n\r\n${codes.join('\r\n')}\r\n`
  return (
    <div data-codes="">
      <h2 ref={titre} tabIndex={-1} className="mb-3">
        Gardez vos codes de secours
      </h2>
      <p className="mb-2">
        Sans votre téléphone ni votre clé, chacun ouvre votre compte une fois. Cette page ne les montrera plus.
      </p>
      <p className="mb-5">
        Imprimez-les ou enregistrez-les, et rangez-les ailleurs que dans votre téléphone. Ne les donnez à personne.
      </p>
      <ol className="mb-6 grid max-w-100 list-decimal gap-x-10 gap-y-1 border-y border-filet-2 py-4 pl-8 tab:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="pl-1 font-[600] tabular-nums tracking-wide">
            {code}
          </li>
        ))}
      </ol>
      <div className="rangee-boutons">
        <LienBouton href={suite.href}>{suite.libelle}</LienBouton>
        <LienBouton
          aspect="secondaire"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(texte)}`}
          download={`codes-de-secours-${identifiant}.txt`}
        >
          Enregistrer dans un fichier
        </LienBouton>
        {imprimable && (
          <Bouton aspect="secondaire" onClick={() => window.print()}>
            Imprimer
          </Bouton>
        )}
      </div>
    </div>
  )
}

/** Inside a form: what it asks, then, once it is done, the codes it gave. Works without JavaScript. */
export function AvantPuisCodes({
  identifiant,
  suite,
  fait,
  children,
}: {
  identifiant: string
  suite: Suite
  /** Said when it is done and the codes there were are still good. */
  fait: string
  children: ReactNode
}) {
  const donnees = useFormulaire().donnees as { fait?: boolean; codes?: string[] } | undefined
  if (!donnees?.fait) return children
  if (donnees.codes) return <CodesAffiches codes={donnees.codes} identifiant={identifiant} suite={suite} />
  return (
    <div role="status" data-codes="">
      <p className="mb-5">{fait}</p>
      <LienBouton href={suite.href}>{suite.libelle}</LienBouton>
    </div>
  )
}
