import type { ReactNode } from 'react'
import { LienBouton } from '@/components/ui/bouton'

/** One thing that waits for the reader: when, what, and the act that settles it. Inside a list. */
export function LigneAttente({
  repere,
  href,
  titre,
  verbe,
  autre,
  children,
}: {
  repere: ReactNode
  href: string
  titre: string
  verbe: string
  autre?: ReactNode
  children: ReactNode
}) {
  return (
    <li className="flex gap-x-6 gap-y-1 border-b border-filet py-4 max-tab:flex-col">
      <p className="text-15 text-encre-2 tab:w-52 tab:flex-none tab:pt-0.5">{repere}</p>
      <div className="min-w-0 flex-1">
        <h2 className="text-19!">
          <a href={href}>{titre}</a>
        </h2>
        <p className="mt-0.5 text-15 text-encre-2">{children}</p>
        {autre && <p className="mt-0.5 text-15">{autre}</p>}
      </div>
      {/* The same address as the title: one stop is enough for the keyboard and for screen readers. */}
      <span className="max-tab:mt-2">
        <LienBouton
          href={href}
          aspect="secondaire"
          dense
          tabIndex={-1}
          aria-hidden="true"
          className="w-28 max-tab:w-full"
        >
          {verbe}
        </LienBouton>
      </span>
    </li>
  )
}
