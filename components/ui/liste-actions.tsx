import type { ReactNode } from 'react'
import { ChevronRight } from '@/components/ui/icones'

export type LienAction = { href: string; libelle: ReactNode; danger?: boolean }

/** Links with a chevron, between rules. `regle`: a strong rule above, under a title. */
export function ListeActions({
  liens,
  regle,
  className,
}: {
  liens: LienAction[]
  regle?: boolean
  className?: string
}) {
  return (
    <ul className={`liste-actions${regle ? ' border-t border-filet-2' : ''}${className ? ` ${className}` : ''}`}>
      {liens.map(({ href, libelle, danger }) => (
        <li key={href}>
          <a href={href} className={danger ? 'danger' : undefined}>
            {libelle}
            <ChevronRight />
          </a>
        </li>
      ))}
    </ul>
  )
}
