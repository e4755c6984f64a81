import type { ReactNode } from 'react'
import { Contenu } from '@/components/cadre/contenu'

/** A page to read: its title, then sections of at most 76 characters a line. */
export function PageLecture({ titre, chapeau, children }: { titre: string; chapeau?: ReactNode; children: ReactNode }) {
  return (
    <Contenu className="tab:pt-10!">
      <h1>{titre}</h1>
      {chapeau && <p className="lecture mt-4 text-encre-2">{chapeau}</p>}
      {children}
    </Contenu>
  )
}

export function SectionLecture({ titre, id, children }: { titre: string; id?: string; children: ReactNode }) {
  return (
    <section id={id} className="mt-10">
      <h2 className="mb-3">{titre}</h2>
      <div className="lecture flex flex-col gap-3">{children}</div>
    </section>
  )
}
