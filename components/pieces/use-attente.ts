'use client'

import { useEffect, useRef, useState } from 'react'
import { type Envoi, enRoute } from '@/components/pieces/modele'

/**
 * While a file is on its way, leaving the page would lose it: a form of the page waits for it, then goes on by itself,
 * unless the file was refused; another way out asks first. Says whether a form is waiting.
 */
export function useAttente(envois: Envoi[]): boolean {
  const [attendu, setAttendu] = useState(false)
  const retenu = useRef<{ formulaire: HTMLFormElement; bouton: HTMLElement | null } | null>(null)
  const enCours = envois.some(enRoute)
  const enPanne = envois.length > 0

  useEffect(() => {
    if (!enCours) return
    const retenir = (evenement: SubmitEvent) => {
      const formulaire = evenement.target
      if (!(formulaire instanceof HTMLFormElement) || !formulaire.closest('main')) return
      evenement.preventDefault()
      evenement.stopPropagation()
      retenu.current = { formulaire, bouton: evenement.submitter }
      setAttendu(true)
    }
    const prevenir = (evenement: BeforeUnloadEvent) => evenement.preventDefault()
    document.addEventListener('submit', retenir, true)
    window.addEventListener('beforeunload', prevenir)
    return () => {
      document.removeEventListener('submit', retenir, true)
      window.removeEventListener('beforeunload', prevenir)
    }
  }, [enCours])

  useEffect(() => {
    if (enCours || !attendu) return
    const { formulaire, bouton } = retenu.current ?? {}
    retenu.current = null
    setAttendu(false)
    if (!enPanne) formulaire?.requestSubmit(bouton)
  }, [enCours, enPanne, attendu])

  return attendu
}
