import type { SVGProps } from 'react'
import { contenuHtml, htmlDuCode } from '@/lib/socle/html'

export type Trace = readonly (readonly [balise: string, attributs: Readonly<Record<string, string>>])[]

/**
 * Draws a Lucide outline as plain markup, hidden from screen readers: an icon always stands beside a word or a name. Its lines
 * are written once as text: as elements, those of a header weigh as much as its words.
 */
export function icone(nom: string, trace: Trace) {
  const lignes = contenuHtml(
    htmlDuCode(trace.map(([balise, attributs]) => `<${balise}${enTexte(attributs)}/>`).join('')),
  )
  const Icone = ({ className, ...props }: SVGProps<SVGSVGElement>) => (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      className={className ? `icone ${className}` : 'icone'}
      {...props}
      {...lignes}
    />
  )
  return Object.assign(Icone, { nom, trace })
}

const enTexte = (attributs: Record<string, string>) =>
  Object.entries(attributs)
    .map(([nom, valeur]) => ` ${nom}="${valeur}"`)
    .join('')
