import type { ReactNode } from 'react'
import { ArrowDown, ArrowUp } from '@/components/ui/icones'

/** A real table. `aere` for partners and teams, `chiffres` for documents and figures, `dense` for the queue. */
export function Tableau({
  legende,
  legendeVisible,
  allure = 'aere',
  className,
  children,
}: {
  legende: string
  legendeVisible?: boolean
  allure?: 'aere' | 'chiffres' | 'dense'
  className?: string
  children: ReactNode
}) {
  return (
    <table className={`tableau tableau--${allure}${className ? ` ${className}` : ''}`}>
      <caption className={legendeVisible ? 'pb-2 font-[650]' : 'sr-only'}>{legende}</caption>
      {children}
    </table>
  )
}

/** Column head that sorts through a link, so that the order stays in the address. */
export function EnteteTri({
  libelle,
  href,
  sens,
  className,
}: {
  libelle: string
  href: string
  sens?: 'croissant' | 'decroissant'
  className?: string
}) {
  return (
    <th scope="col" aria-sort={sens && (sens === 'croissant' ? 'ascending' : 'descending')} className={className}>
      <a href={href}>
        {libelle}
        {sens && (sens === 'croissant' ? <ArrowUp /> : <ArrowDown />)}
      </a>
    </th>
  )
}

/** A wide table of figures scrolls in its own region, reachable by keyboard and named. */
export function ZoneDefilante({ nom, children }: { nom: string; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus (WCAG 2.1.1)
    <section aria-label={nom} tabIndex={0} className="relative overflow-x-auto">
      {children}
    </section>
  )
}
