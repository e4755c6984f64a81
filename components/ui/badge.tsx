import type { ReactNode } from 'react'

export type TonBadge = 'bleu' | 'cyan' | 'brique' | 'papier' | 'contour' | 'discret' | 'pointille'

export function Badge({ ton, icone, children }: { ton: TonBadge; icone?: ReactNode; children: ReactNode }) {
  return (
    <span className={`badge badge--${ton}`}>
      {icone}
      {children}
    </span>
  )
}
