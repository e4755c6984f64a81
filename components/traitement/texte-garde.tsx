'use client'

import { useEffect } from 'react'
import { cleDuTexte } from '@/components/messages/texte-en-attente'

const champ = () => document.querySelector<HTMLTextAreaElement>('#agir textarea')

/** A text begun in one form of the page goes on in the next one: from an answer to «Répondre et clore», for instance. */
export function TexteGarde({ demandeId }: { demandeId: string }) {
  useEffect(() => {
    const cle = cleDuTexte(demandeId)
    const zone = champ()
    const garde = sessionStorage.getItem(cle)
    if (zone && garde && !zone.value.includes(garde)) {
      // What a template has put there comes after what was typed.
      zone.value = zone.value ? `${garde}\n\n${zone.value}` : garde
      zone.dispatchEvent(new Event('input', { bubbles: true }))
    }
    if (zone) sessionStorage.removeItem(cle)
    const garder = ({ target }: MouseEvent) => {
      const texte = champ()?.value
      if (target instanceof Element && target.closest('[data-agir]') && texte?.trim())
        sessionStorage.setItem(cle, texte)
    }
    document.addEventListener('click', garder)
    return () => document.removeEventListener('click', garder)
  }, [demandeId])
  return null
}
