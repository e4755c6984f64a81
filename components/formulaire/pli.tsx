'use client'

import type { ReactNode } from 'react'
import { useFormulaire } from '@/components/formulaire/contexte'

/** Fields folded away, which unfold when one of them is refused. `champs`: their names; all those of the form without it. */
export function Pli({
  resume,
  champs,
  ouvert = false,
  className,
  fort,
  children,
}: {
  resume: string
  champs?: readonly string[]
  ouvert?: boolean
  className?: string
  fort?: boolean
  children: ReactNode
}) {
  const { erreurs } = useFormulaire()
  const refuse = Object.keys(erreurs).some((nom) => champs?.includes(nom.replace(/\..*$/, '')) ?? true)
  return (
    <details open={ouvert || refuse} className={className}>
      <summary className={`min-h-6 cursor-pointer text-bleu-700 ${fort ? 'font-semibold' : ''}`}>{resume}</summary>
      {children}
    </details>
  )
}
