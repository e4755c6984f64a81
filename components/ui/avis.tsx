import type { ReactNode } from 'react'
import { Info, TriangleAlert } from '@/components/ui/icones'

export type TonAvis = 'info' | 'chaud' | 'fond'

/** A message in the page: information, «à vous», or a background fact. Never a toast for an error. */
export function Avis({
  ton = 'info',
  icone,
  titre,
  role,
  className,
  children,
}: {
  ton?: TonAvis
  /** `null` for none; by default the icon of the tone. */
  icone?: ReactNode
  titre?: ReactNode
  role?: 'status' | 'alert'
  className?: string
  children?: ReactNode
}) {
  const parDefaut = ton === 'chaud' ? <TriangleAlert /> : <Info />
  return (
    <div className={`avis avis--${ton}${className ? ` ${className}` : ''}`} role={role}>
      {icone === undefined ? parDefaut : icone}
      <div className="min-w-0 flex-1">
        {titre && <p className="font-[650]">{titre}</p>}
        {children}
      </div>
    </div>
  )
}
