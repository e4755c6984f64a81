'use client'

import { type ReactNode, useId } from 'react'
import { useFormulaire } from '@/components/formulaire/contexte'
import { type AspectBouton, Bouton } from '@/components/ui/bouton'

/** Sends the form. While it does: not disabled, the verb with «…», and further clicks do nothing. */
export function BoutonEnvoi({
  children,
  enCours: motsEnCours,
  aspect = 'primaire',
  dense,
  icone,
  touche,
  name,
  value,
  className,
}: {
  children: ReactNode
  /** «Transmission…» */
  enCours: string
  aspect?: AspectBouton
  dense?: boolean
  icone?: ReactNode
  touche?: string
  name?: string
  value?: string
  className?: string
}) {
  const id = useId()
  const { enCours } = useFormulaire()
  const busy = enCours === id
  return (
    <Bouton
      type="submit"
      aspect={aspect}
      dense={dense}
      icone={icone}
      touche={touche}
      name={name}
      value={value}
      className={className}
      data-bouton={id}
      data-en-cours={motsEnCours}
      busy={busy}
      aria-disabled={enCours !== null || undefined}
    >
      {busy ? motsEnCours : children}
    </Bouton>
  )
}
