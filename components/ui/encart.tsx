import type { ReactNode } from 'react'

/** The one bordered panel a page may have: a tool that answers. Never one inside another. */
export function Encart({ titre, id, children }: { titre: string; id: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="rounded-2 border border-filet bg-papier p-5">
      <h2 id={id} className="mb-3">
        {titre}
      </h2>
      {children}
    </section>
  )
}
