import { nomComplet } from '@/lib/socle/acteur'
import { dateEtHeure } from '@/lib/socle/format'
import type { SuspensionDite } from '@/lib/suspensions/queries'

/** Past and present suspensions of a partenaire, the latest first. Nothing when there never was one. */
export function HistoriqueSuspensions({ suspensions }: { suspensions: SuspensionDite[] }) {
  if (suspensions.length === 0) return null
  return (
    <ul className="divide-y divide-filet border-y border-filet-2">
      {suspensions.map(({ id, debutLe, finLe, motif, motifLevee, decideePar, leveePar }) => (
        <li key={id} className="py-3">
          <p className={finLe ? undefined : 'font-[650]'}>
            Suspendu le {dateEtHeure(debutLe)}
            {decideePar ? ` par ${nomComplet(decideePar)}` : ' automatiquement'}
            {finLe ? '' : ', toujours en cours'}
          </p>
          <p className="text-15 text-encre-2">Motif : {motif}</p>
          {finLe && (
            <p className="mt-1 text-15 text-encre-2">
              Rétabli le {dateEtHeure(finLe)}
              {leveePar && ` par ${nomComplet(leveePar)}`}
              {motifLevee && ` : ${motifLevee}`}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
