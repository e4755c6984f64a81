'use client'

import { useEffect } from 'react'

const ouverts = () => document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')

/** One listener for every menu of the page: a `<details>` knows neither Escape nor a click elsewhere. */
export function FermetureMenus() {
  useEffect(() => {
    const fermerHors = (evenement: Event) => {
      for (const menu of ouverts()) if (!menu.contains(evenement.target as Node)) menu.open = false
    }
    const echap = (evenement: KeyboardEvent) => {
      if (evenement.key !== 'Escape') return
      for (const menu of ouverts()) {
        menu.open = false
        if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus()
      }
    }
    document.addEventListener('pointerdown', fermerHors)
    document.addEventListener('focusin', fermerHors)
    document.addEventListener('keydown', echap)
    return () => {
      document.removeEventListener('pointerdown', fermerHors)
      document.removeEventListener('focusin', fermerHors)
      document.removeEventListener('keydown', echap)
    }
  }, [])
  return null
}
