import type { ReactNode } from 'react'
import { confier } from '@/components/ui/depot-html'
import { enHtml, enHtmlGarde } from '@/components/ui/en-html'
import { Ilot } from '@/components/ui/ilot'
import { estDocument } from '@/lib/socle/document'

const gardes = {}

/**
 * A part of the page that React does not manage: sent once, as text. Without it the browser receives each element a second
 * time, as data. `id`: its own on the page. Children: what `enHtml` writes, that only listeners of the document act upon;
 * `cle`: all that they are made of, when many pages write the same.
 */
export function Fige({
  id,
  cle,
  balise,
  className,
  children,
}: {
  id: string
  cle?: string
  balise?: 'div' | 'header'
  className?: string
  children: ReactNode
}) {
  const { html } = cle === undefined ? enHtml(children) : enHtmlGarde(gardes, id + cle, children)
  const jeton = estDocument() ? confier(html) : null
  const contenu = jeton === null ? { html } : { jeton }
  return <Ilot id={id} balise={balise} className={className} {...contenu} />
}
