import { structureOuverte } from '@/lib/partenaires/regles'
import { dateAvecAnnee } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import type { DateIso } from '@/lib/socle/temps'

/** «avec la convention», «depuis le 2 mai 2026», «à partir du 2 mai 2026». */
export function OuvertureEnMots({
  structure,
  aujourdhui,
}: {
  structure: { ouvreLe: Date | null }
  aujourdhui: DateIso
}) {
  const ouvreLe = jourDe(structure.ouvreLe)
  if (ouvreLe === null) return <>avec la convention</>
  return structureOuverte({ ouvreLe }, aujourdhui) ? (
    <>depuis le {dateAvecAnnee(ouvreLe)}</>
  ) : (
    <strong className="font-semibold">à partir du {dateAvecAnnee(ouvreLe)}</strong>
  )
}
