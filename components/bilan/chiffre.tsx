import { compteEnMots } from '@/lib/bilan/libelles'
import type { Compte } from '@/lib/bilan/modele'

/** A count, which leads to what it counts. `de`: what it is, for who hears the link alone. */
export function Nombre({ n, href, de }: { n: Compte; href?: string | null; de?: string }) {
  if (n === null) return <span className="text-14 text-encre-2">{compteEnMots(n)}</span>
  if (!href || n === 0) return compteEnMots(n)
  return (
    <a href={href} className="inline-block min-h-6">
      {compteEnMots(n)}
      {de && <span className="sr-only"> {de}</span>}
    </a>
  )
}
