'use client'

import { useEffect, useRef, useState } from 'react'
import { remplir, type Valeurs } from '@/lib/modeles-reponse/variables'

/** The text with the words of an invented demande, as it is being written. */
export function Apercu({ texte, valeurs }: { texte: string; valeurs: Valeurs }) {
  const repere = useRef<HTMLParagraphElement>(null)
  const [ecrit, setEcrit] = useState(texte)
  useEffect(() => {
    const zone = document.querySelector<HTMLTextAreaElement>('textarea[name=texte]')
    const lire = () => setEcrit(zone?.value ?? '')
    lire()
    zone?.addEventListener('input', lire)
    return () => zone?.removeEventListener('input', lire)
  }, [])
  return (
    <p ref={repere} className="lecture whitespace-pre-line">
      {ecrit.trim() ? remplir(ecrit, valeurs) : 'Écrivez le texte : il paraîtra ici.'}
    </p>
  )
}
