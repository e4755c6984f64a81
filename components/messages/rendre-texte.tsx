'use client'

import { useEffect, useRef } from 'react'
import { cleDuTexte } from '@/components/messages/texte-en-attente'

/** A withdrawn message is most often written again: its words go back to the form, on this computer only. */
export function RendreTexte({ demandeId, texte }: { demandeId: string; texte: string }) {
  const repere = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const formulaire = repere.current?.closest('form')
    const garder = () => sessionStorage.setItem(cleDuTexte(demandeId), texte)
    formulaire?.addEventListener('submit', garder)
    return () => formulaire?.removeEventListener('submit', garder)
  }, [demandeId, texte])
  return <span ref={repere} hidden />
}
