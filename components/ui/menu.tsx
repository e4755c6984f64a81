import type { ReactNode } from 'react'
import { ChevronDown } from '@/components/ui/icones'

/**
 * A native disclosure holding links and buttons. Escape, a click elsewhere and leaving it by Tab close it
 * (`FermetureMenus`, once in the root layout). Children: `<ul>` of `<a>` or `<button>`.
 */
export function Menu({
  libelle,
  droite,
  className = '',
  classeBouton = 'bouton bouton--tiers bouton--dense',
  chevron = true,
  children,
}: {
  libelle: ReactNode
  /** Opens towards the left, for a menu on the right of the page. */
  droite?: boolean
  className?: string
  classeBouton?: string
  chevron?: boolean
  children: ReactNode
}) {
  return (
    <details data-menu="" className={`menu ${className}`}>
      <summary className={classeBouton}>
        {libelle}
        {chevron && <ChevronDown className="menu__chevron" />}
      </summary>
      <div className={`menu__panneau${droite ? ' menu__panneau--droite' : ''}`}>{children}</div>
    </details>
  )
}
