import type { ReactNode } from 'react'
import { Avis } from '@/components/ui/avis'

/** What has just been done, told once by `?fait=` in the address; an unknown word says nothing. */
export function Fait({ fait, mots }: { fait: unknown; mots: Record<string, ReactNode> }) {
  if (typeof fait !== 'string' || !Object.hasOwn(mots, fait)) return null
  return (
    <Avis role="status" className="mb-6">
      {mots[fait]}
    </Avis>
  )
}
