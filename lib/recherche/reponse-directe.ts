import type { Criteres } from '@/lib/recherche/schema'

/** A whole reference opens its demande at once: nobody types one to read a list. */
export function reponseDirecte({ q }: Criteres, resultats: { reference: string }[]): string | null {
  const lue = /^\s*(\d\d)\s*-\s*(\d{6,10})\s*$/.exec(q)
  const reference = lue && `${lue[1]}-${lue[2]}`
  return resultats.find((resultat) => resultat.reference === reference)?.reference ?? null
}
