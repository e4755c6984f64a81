'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'

const liens = () => [...document.querySelectorAll<HTMLAnchorElement>('.file tbody td:nth-child(3) a')]

type Place = { reference?: string; rang: number }

const referenceDe = (lien?: HTMLAnchorElement) => lien?.pathname.split('/').at(-1)

/** The row that holds an element; the first one by default. */
function placeDe(element: Element | null): Place {
  const tous = liens()
  const rang = Math.max(
    tous.findIndex((lien) => lien.closest('tr')?.contains(element)),
    0,
  )
  return { reference: referenceDe(tous[rang]), rang }
}

/** Where the work goes on: the same row if it is still there, or else the one that took its place. */
function reprendre({ reference, rang }: Place) {
  const tous = liens()
  const ici = tous.find((lien) => referenceDe(lien) === reference) ?? tous[Math.min(rang, tous.length - 1)]
  ici?.focus()
}

/** Reads the list again after an act, without losing the place of the focus in it. */
export function usePlace(): (element: Element | null) => void {
  const [relit, relire] = useTransition()
  const place = useRef<Place | null>(null)
  const { refresh } = useRouter()

  useEffect(() => {
    if (relit || !place.current) return
    const perdu = !document.activeElement || document.activeElement === document.body
    if (perdu) reprendre(place.current)
    place.current = null
  }, [relit])

  return (element) => {
    place.current = placeDe(element)
    // A button goes with its row: the focus waits on the row, then on the next one.
    if (element?.matches('button')) liens()[place.current.rang]?.focus({ preventScroll: true })
    relire(() => refresh())
  }
}
