'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { X } from '@/components/ui/icones'

const saisit = (cible: EventTarget | null) =>
  cible instanceof HTMLElement && (cible.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(cible.tagName))

/** Moves the focus to the link of the next or previous row. Says false on a page without rows. */
function changerDeLigne(pas: 1 | -1): boolean {
  const liens = [...document.querySelectorAll<HTMLAnchorElement>('.file tbody td:nth-child(2) a')]
  if (liens.length === 0) return false
  const rang = liens.findIndex((lien) => lien.closest('tr')?.contains(document.activeElement))
  const suivant = liens[rang === -1 ? 0 : Math.min(Math.max(rang + pas, 0), liens.length - 1)]
  suivant?.focus()
  suivant?.scrollIntoView({ block: 'nearest' })
  return true
}

/** A control of the page that bears the key: followed, pressed, or given the focus. */
function actionner(touche: string): boolean {
  const cible = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(touche)}"]`)
  if (!cible?.checkVisibility()) return false
  if (cible instanceof HTMLInputElement) cible.focus()
  else cible.click()
  return true
}

function agir(touche: string): boolean {
  if (touche === 'j' || touche === 'k') return changerDeLigne(touche === 'j' ? 1 : -1) || actionner(touche)
  const ligne = document.activeElement?.closest('.file tr')
  const bouton = ligne?.querySelector('button')
  if (touche === 'a' && bouton) {
    bouton.click()
    return true
  }
  return ['a', '/'].includes(touche) && actionner(touche)
}

/** Keys of the page, for who keeps them on. Nothing depends on them: each one has its link or its button. */
export function Raccourcis({ children }: { children: ReactNode }) {
  const aide = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const ecouter = (evenement: KeyboardEvent) => {
      const { key, target, altKey, ctrlKey, metaKey, defaultPrevented } = evenement
      if (altKey || ctrlKey || metaKey || defaultPrevented || saisit(target)) return
      if (document.querySelector('dialog[open]')) return
      if (key === '?') aide.current?.showModal()
      else if (!agir(key)) return
      evenement.preventDefault()
    }
    document.addEventListener('keydown', ecouter)
    return () => document.removeEventListener('keydown', ecouter)
  }, [])
  return (
    <dialog ref={aide} aria-labelledby="titre-raccourcis" className="dialogue">
      <form method="dialog" className="mb-4 flex items-start justify-between gap-4">
        <h2 id="titre-raccourcis">Raccourcis du clavier</h2>
        <button aria-label="Fermer" className="-mt-1 -mr-2 grid size-9 place-items-center rounded-2 hover:bg-bleu-50">
          <X />
        </button>
      </form>
      {children}
    </dialog>
  )
}
