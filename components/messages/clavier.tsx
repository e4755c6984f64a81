'use client'

import { useEffect, useRef } from 'react'

/** Ctrl+Entrée sends what is being written, as the button does. */
export function EnvoiAuClavier() {
  const repere = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const formulaire = repere.current?.closest('form')
    const ecouter = (evenement: KeyboardEvent) => {
      if (evenement.key !== 'Enter' || !(evenement.ctrlKey || evenement.metaKey) || !formulaire) return
      if (!(evenement.target instanceof HTMLTextAreaElement)) return
      evenement.preventDefault()
      const boutons = [...formulaire.querySelectorAll<HTMLButtonElement>('button[type=submit]:not([form])')]
      formulaire.requestSubmit(boutons.find((bouton) => bouton.checkVisibility()))
    }
    formulaire?.addEventListener('keydown', ecouter)
    return () => formulaire?.removeEventListener('keydown', ecouter)
  }, [])
  return <span ref={repere} hidden />
}
