'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useFormulaire } from '@/components/formulaire/contexte'

/** Inside a form: when it is refused because the demande has moved on, brings the page up to date around what was typed. */
export function RelireApresRefus() {
  const { code, enCours } = useFormulaire()
  const { refresh } = useRouter()
  useEffect(() => {
    if (code === 'etat_change' && enCours === null) refresh()
  }, [code, enCours, refresh])
  return null
}
