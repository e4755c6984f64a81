'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { retirer } from '@/components/ui/depot-html'
import { rapprocher } from '@/components/ui/rapprocher'

type Props = { id: string; balise?: 'div' | 'header'; className?: string; html?: string; jeton?: string }

/** What was received with the page, or is still shown. */
function contenuDe({ id, html, jeton }: Props): string {
  if (html !== undefined) return html
  if (typeof window === 'undefined') return retirer(jeton ?? '')
  return document.getElementById(id)?.innerHTML ?? ''
}

/** See `Fige`. When the page is read again, only what has changed is written. */
export function Ilot(props: Props) {
  const { id, balise: Balise = 'div', className, html } = props
  const [premier] = useState(() => contenuDe(props))
  const ici = useRef<HTMLDivElement>(null)
  const ecrit = useRef(premier)

  useLayoutEffect(() => {
    // «Back» to the page as it was loaded: it came without its text. Gone from the screen too, it is asked for again.
    const voulu = html ?? premier
    if (voulu === '') window.location.reload()
    if (voulu === ecrit.current || !ici.current) return
    ecrit.current = voulu
    const page = document.createElement('template')
    page.innerHTML = voulu
    rapprocher(ici.current, page.content)
  }, [html, premier])

  return <Balise ref={ici} id={id} className={className} dangerouslySetInnerHTML={{ __html: premier }} />
}
