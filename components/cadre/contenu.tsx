import type { ReactNode } from 'react'

export type CadreContenu = 'partenaire' | 'referent' | 'plein'

/**
 * The `<main>` every page has, target of the skip link.
 * `partenaire`: frame of 1200 px, gutters 24 (16 on a phone). `referent`: 1240. `plein`: full width, the page sets its own gutters.
 */
export function Contenu({
  cadre = 'partenaire',
  className = '',
  children,
}: {
  cadre?: CadreContenu
  className?: string
  children: ReactNode
}) {
  return (
    <main id="contenu" tabIndex={-1} className={`contenu contenu--${cadre} ${className}`}>
      {children}
    </main>
  )
}

/** A form column and its side note, which goes after the form below 1024 px. */
export function DeuxColonnes({ note, large, children }: { note?: ReactNode; large?: boolean; children: ReactNode }) {
  return (
    <div className="bureau:flex bureau:items-start bureau:gap-18">
      <div className={`min-w-0 bureau:flex-1 ${large ? 'max-w-180' : 'max-w-160'}`}>{children}</div>
      {note && (
        <aside className="flex w-full flex-col gap-5 max-bureau:mt-8 bureau:w-70 bureau:flex-none">{note}</aside>
      )}
    </div>
  )
}
