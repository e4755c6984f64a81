import type { ReactNode } from 'react'

/** One part of the sheet: its name on the left, its samples on the right. */
export function Section({ titre, children }: { titre: string; children: ReactNode }) {
  const id = `planche-${titre.toLowerCase().replace(/[^a-zé]+/g, '-')}`
  return (
    <section aria-labelledby={id} className="mb-6 gap-6 tab:flex">
      <h2 id={id} className="border-t-2 border-encre pt-2 text-15! tab:w-38 tab:flex-none">
        {titre}
      </h2>
      <div className="min-w-0 flex-1 border-t border-filet-2 pt-3 max-tab:mt-3">{children}</div>
    </section>
  )
}

export function Cas({ nom, children }: { nom: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="mb-1.5 text-14 text-encre-2">{nom}</p>
      {children}
    </div>
  )
}
