import type { ReactNode } from 'react'

/** Says what is empty, in one sentence what to do, and offers one secondary action. No picture. */
export function EtatVide({ titre, children, action }: { titre: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <section className="max-w-160 border-y border-filet-2 py-12">
      <h2>{titre}</h2>
      {children && <div className="mt-2">{children}</div>}
      {action && <div className="rangee-boutons mt-5">{action}</div>}
    </section>
  )
}
