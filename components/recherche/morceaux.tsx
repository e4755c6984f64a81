import type { Morceau } from '@/lib/recherche/surligner'

/** A text with the words that answer marked. */
export function Morceaux({ morceaux }: { morceaux: Morceau[] }) {
  return morceaux.map(({ texte, trouve }, rang) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in their order
    trouve ? <mark key={rang}>{texte}</mark> : <span key={rang}>{texte}</span>,
  )
}
