'use client'

import type { ReactNode } from 'react'
import { useFormulaire } from '@/components/formulaire/contexte'
import { MessageChamp } from '@/components/formulaire/message-champ'

/** A section of the check page: the summary of errors leads to it, the same words stand above it. */
export function SectionVerifiee({ etape, children }: { etape: string; children: ReactNode }) {
  const { erreurs } = useFormulaire()
  const nom = `etape.${etape}`
  const erreur = erreurs[nom]
  return (
    <div id={nom} tabIndex={-1} className={erreur ? 'champ--erreur' : undefined}>
      {erreur && (
        <div className="mb-2">
          <MessageChamp id={`${nom}-erreur`} message={erreur} />
        </div>
      )}
      {children}
    </div>
  )
}
