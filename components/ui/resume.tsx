import type { ReactNode } from 'react'

export type LigneResume = { cle: string; valeur: ReactNode }

/** One section of «Vérifiez avant de transmettre»: what was answered, and the link that changes it. */
export function Resume({
  titre,
  lignes,
  modifier,
  niveau = 2,
}: {
  titre: string
  lignes: LigneResume[]
  /** Address of the page of these answers. */
  modifier?: string
  /** Of its heading: 3 inside a section that has its own. */
  niveau?: 2 | 3
}) {
  const Titre = `h${niveau}` as const
  return (
    <section className="mb-8">
      <div className="flex items-baseline justify-between gap-4 border-b border-filet-2 pb-2.5">
        <Titre>{titre}</Titre>
        {modifier && (
          <a href={modifier} className="inline-block min-h-6">
            Modifier<span className="sr-only"> : {titre}</span>
          </a>
        )}
      </div>
      <dl>
        {lignes.map(({ cle, valeur }) => (
          <div key={cle} className="resume__ligne">
            <dt>{cle}</dt>
            <dd className="min-w-0">{valeur}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Narrow pairs, 15 px: the side note of a form, the panel of a demande. */
export function PairesNote({ titre, paires }: { titre: string; paires: LigneResume[] }) {
  return (
    <div className="border-l border-filet-2 pl-4 text-15">
      <p className="font-[650]">{titre}</p>
      <dl>
        {paires.map(({ cle, valeur }) => (
          <div key={cle} className="mt-1">
            <dt className="text-14 text-encre-2">{cle}</dt>
            <dd>{valeur}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
