import { createElement, type SVGProps } from 'react'

export type Trace = readonly (readonly [balise: string, attributs: Readonly<Record<string, string>>])[]

/** Draws a Lucide outline as plain markup, hidden from screen readers: an icon always stands beside a word or a name. */
export function icone(nom: string, trace: Trace) {
  const Icone = ({ className, ...props }: SVGProps<SVGSVGElement>) => (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      className={className ? `icone ${className}` : 'icone'}
      {...props}
    >
      {trace.map(([balise, attributs], rang) => createElement(balise, { ...attributs, key: rang }))}
    </svg>
  )
  return Object.assign(Icone, { nom, trace })
}
