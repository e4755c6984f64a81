import type { ReactNode } from 'react'

/** The facts of a convention in a row, between two rules; two by two on a phone. */
export function Faits({ faits }: { faits: { cle: string; valeur: ReactNode }[] }) {
  return (
    <dl className="mb-7 grid gap-y-4 border-y border-filet-2 py-3 text-15 tab:grid-cols-2 max-tab:grid-cols-2 bureau:flex bureau:divide-x bureau:divide-filet">
      {faits.map(({ cle, valeur }) => (
        <div key={cle} className="min-w-0 pr-5 bureau:flex-auto bureau:pl-5 bureau:first:pl-0">
          <dt className="text-14 text-encre-2">{cle}</dt>
          <dd className="font-[650]">{valeur}</dd>
        </div>
      ))}
    </dl>
  )
}
