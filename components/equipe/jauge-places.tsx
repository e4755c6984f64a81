import type { ReactNode } from 'react'
import type { Places } from '@/lib/habilitations/regles'
import { pluriel } from '@/lib/socle/format'

/** Seats of a structure: one block per seat, free ones outlined. The sentence above says it all; readers skip the blocks. */
export function JaugePlaces({
  places: { quota, occupees, libres, depassement },
  nom,
  large,
  suite,
}: {
  places: Places
  /** «technicien», «gestionnaire» */
  nom: string
  /** Wide blocks, for the few seats of gestionnaires. */
  large?: boolean
  suite?: ReactNode
}) {
  if (quota === null || libres === null) {
    return (
      <div>
        <p className="text-15 font-[650]">{pluriel(occupees, nom)}</p>
        <p className="text-14 text-encre-2">sans limite de nombre{suite}</p>
      </div>
    )
  }
  const titre =
    depassement > 0
      ? `${pluriel(depassement, 'compte')} de ${nom} au-delà du quota`
      : libres === 0
        ? `Aucune place de ${nom} libre`
        : `${pluriel(libres, 'place')} de ${nom} ${libres > 1 ? 'libres' : 'libre'}`
  return (
    <div>
      <p className={`text-15 font-[650]${depassement > 0 ? ' text-brique-700' : ''}`}>{titre}</p>
      <div aria-hidden="true" className={`my-1 flex h-3.5 gap-1 ${large ? 'w-50' : 'w-58'} max-w-full`}>
        {Array.from({ length: quota }, (_, rang) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the blocks are all alike
            key={rang}
            className={`min-w-0 flex-1 rounded-[2px] border ${rang < occupees ? 'border-bleu-700 bg-bleu-700' : 'border-bord bg-blanc'}`}
          />
        ))}
      </div>
      <p className="text-14 text-encre-2">
        {occupees} sur {quota}
        {depassement === 0 && (occupees > 1 ? ' occupées' : ' occupée')}
        {suite}
      </p>
    </div>
  )
}
