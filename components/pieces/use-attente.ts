'use client'

import { useEffect, useRef, useState } from 'react'
import { type Envoi, enRoute } from '@/components/pieces/modele'

/**
 * While a file is on its way, leaving the page would lose it: a form of the page waits for it, then goes on by itself,
 * unless the file was refused; another way out asks first. Says whether a form is waiting.
 */
export function useAttente(envois: Envoi[]): boolean {
  /** Files the form waits for. */
  const [attendus, setAttendus] = useState<string[]>([])
  const retenu = useRef<{ formulaire: HTMLFormElement; bouton: HTMLElement | null } | null>(null)
  const enChemin = envois.filter(enRoute).map(({ cle }) => cle)
  const cles = enChemin.join()
  const enPanne = envois.length > 0

  useEffect(() => {
    if (!cles) return
    const retenir = (evenement: SubmitEvent) => {
      const formulaire = evenement.target
      if (!(formulaire instanceof HTMLFormElement) || !formulaire.closest('main')) return
      evenement.preventDefault()
      evenement.stopPropagation()
      retenu.current = { formulaire, bouton: evenement.submitter }
      setAttendus(cles.split(','))
    }
    const prevenir = (evenement: BeforeUnloadEvent) => evenement.preventDefault()
    document.addEventListener('submit', retenir, true)
    window.addEventListener('beforeunload', prevenir)
    return () => {
      document.removeEventListener('submit', retenir, true)
      window.removeEventListener('beforeunload', prevenir)
    }
  }, [cles])

  useEffect(() => {
    if (cles || !retenu.current) return
    const { formulaire, bouton } = retenu.current
    retenu.current = null
    if (!enPanne) formulaire.requestSubmit(bouton)
  }, [cles, enPanne])

  return enChemin.some((cle) => attendus.includes(cle))
}
