'use client'

import { useEffect, useRef, useState } from 'react'

/** Files dragged over the page: gives the code of the piece under them, and hands over what is dropped. */
export function useDepot(actif: boolean, surDepot: (code: string, fichiers: File[]) => void): string | null {
  const [survolee, setSurvolee] = useState<string | null>(null)
  const dernier = useRef(surDepot)
  useEffect(() => {
    dernier.current = surDepot
  })
  useEffect(() => {
    if (!actif) return
    const codeSous = ({ target }: DragEvent) =>
      (target instanceof Element && target.closest<HTMLElement>('[data-piece]')?.dataset.piece) || 'autre'
    const survoler = (evenement: DragEvent) => {
      if (!evenement.dataTransfer?.types.includes('Files')) return
      evenement.preventDefault()
      setSurvolee(codeSous(evenement))
    }
    const quitter = (evenement: DragEvent) => {
      if (evenement.relatedTarget === null) setSurvolee(null)
    }
    const deposer = (evenement: DragEvent) => {
      setSurvolee(null)
      const fichiers = [...(evenement.dataTransfer?.files ?? [])]
      if (!fichiers.length) return
      evenement.preventDefault()
      dernier.current(codeSous(evenement), fichiers)
    }
    document.addEventListener('dragover', survoler)
    document.addEventListener('dragleave', quitter)
    document.addEventListener('drop', deposer)
    return () => {
      document.removeEventListener('dragover', survoler)
      document.removeEventListener('dragleave', quitter)
      document.removeEventListener('drop', deposer)
    }
  }, [actif])
  return survolee
}
