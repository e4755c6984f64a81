'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { X } from '@/components/ui/icones'

/** A letter typed there is text. A box or a radio takes none. */
const saisit = (cible: EventTarget | null) =>
  cible instanceof HTMLElement &&
  (cible.isContentEditable ||
    /^(SELECT|TEXTAREA)$/.test(cible.tagName) ||
    (cible instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(cible.type)))

/** Moves the focus to the link of the next or previous row. Says false on a page without rows. */
function changerDeLigne(pas: 1 | -1): boolean {
  const liens = [...document.querySelectorAll<HTMLAnchorElement>('.file tbody td:nth-child(3) a')]
  if (liens.length === 0) return false
  const rang = liens.findIndex((lien) => lien.closest('tr')?.contains(document.activeElement))
  const suivant = liens[rang === -1 ? 0 : Math.min(Math.max(rang + pas, 0), liens.length - 1)]
  suivant?.focus()
  suivant?.scrollIntoView({ block: 'nearest' })
  return true
}

/** A control of the page that bears the key: followed, pressed, or given the focus. */
function actionner(touche: string): boolean {
  const cible = [...document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(touche)}"]`)].find(
    (controle) => controle.checkVisibility(),
  )
  if (!cible) return false
  if (cible instanceof HTMLTextAreaElement || (cible instanceof HTMLInputElement && saisit(cible))) cible.focus()
  else cible.click()
  return true
}

function presser(cible: HTMLElement | null | undefined): boolean {
  if (!cible?.checkVisibility()) return false
  cible.click()
  return true
}

/** The queue: what is ticked first, then the row, then the demande in the panel. */
function agirSurLaLigne(touche: string): boolean {
  const ligne = document.activeElement?.closest('.file tbody tr')
  if (touche === 'x') return presser(ligne?.querySelector<HTMLElement>('input[type=checkbox]'))
  if (touche === 'o') return presser(ligne?.querySelector<HTMLElement>('.apercu'))
  return (
    (document.querySelector('.file input:checked') !== null &&
      presser(document.querySelector<HTMLElement>('[data-lot]'))) ||
    presser(ligne?.querySelector('button'))
  )
}

/** The answer under way. */
function repondre(): boolean {
  const zone = document.querySelector<HTMLTextAreaElement>('#agir textarea')
  zone?.focus()
  zone?.scrollIntoView({ block: 'center' })
  return zone !== null
}

function agir(touche: string): boolean {
  if (touche === 'j' || touche === 'k') {
    // With the panel open, it follows.
    const panneau = document.querySelector<HTMLElement>(`[data-panneau="${touche}"]`)
    return presser(panneau) || changerDeLigne(touche === 'j' ? 1 : -1) || actionner(touche)
  }
  if (['a', 'x', 'o'].includes(touche) && agirSurLaLigne(touche)) return true
  if (touche === 'Escape') return presser(document.querySelector<HTMLElement>('[data-panneau="fermer"]'))
  if (/^[\d\p{Ll}/]$/u.test(touche) && actionner(touche)) return true
  return touche === 'r' && repondre()
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
    aide.current?.setAttribute('data-ecoute', '')
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
