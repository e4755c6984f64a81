'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'

/**
 * Links that open, change and close the side panel keep the list where it is. Without JavaScript they load the page again,
 * which comes to the same.
 */
export function NavigationDouce({ ouverte }: { ouverte: string | null }) {
  const { push } = useRouter()
  const [, naviguer] = useTransition()
  const derniere = useRef(ouverte)

  useEffect(() => {
    const suivre = (evenement: MouseEvent) => {
      const { target, button, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = evenement
      if (defaultPrevented || button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return
      const lien = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-doux]') : null
      if (!lien) return
      evenement.preventDefault()
      naviguer(() => push(lien.pathname + lien.search, { scroll: false }))
    }
    document.addEventListener('click', suivre)
    return () => document.removeEventListener('click', suivre)
  }, [push])

  useEffect(() => {
    const reference = ouverte ?? derniere.current
    if (derniere.current === ouverte) return
    derniere.current = ouverte
    // The row of the panel, or the one it was closed on.
    const lien = document.querySelector<HTMLElement>(`.file td:nth-child(3) a[href*="/${reference}?"]`)
    lien?.focus({ preventScroll: true })
    lien?.scrollIntoView({ block: 'nearest' })
  }, [ouverte])
  return null
}
