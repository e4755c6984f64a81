import { Badge } from '@/components/ui/badge'
import { emetteur, libelleGenre } from '@/lib/actualites/libelles'
import type { ActualiteListee } from '@/lib/actualites/queries'
import { debutDe } from '@/lib/publications/texte'
import { dateAvecAnnee, typo } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

/** News to read, the last first. */
export function ListeActualites({ actualites }: { actualites: ActualiteListee[] }) {
  return (
    <ul className="max-w-180">
      {actualites.map((actualite) => (
        <li key={actualite.id} className="border-t border-filet-2 py-5">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-15 text-encre-2">
            {actualite.nouvelle && <Badge ton="brique">Nouvelle</Badge>}
            <span>
              {libelleGenre(actualite.genre)}, {emetteur(actualite.caisse)}
            </span>
            <DatesActualite actualite={actualite} />
          </p>
          <h2 className="mt-1">
            <a href={`/actualites/${actualite.id}`}>{typo(actualite.titre)}</a>
          </h2>
          <p className="mt-1">{typo(debutDe(actualite.texte))}</p>
        </li>
      ))}
    </ul>
  )
}

/** «3 mars 2026, corrigée le 5 mars 2026». */
export function DatesActualite({
  actualite: { publieeLe, corrigeeLe },
}: {
  actualite: { publieeLe: Date | null; corrigeeLe: Date | null }
}) {
  if (!publieeLe) return null
  const jour = (instant: Date) => dateAvecAnnee(dateAParis(instant))
  return (
    <span>
      {jour(publieeLe)}
      {corrigeeLe && `, corrigée le ${jour(corrigeeLe)}`}
    </span>
  )
}
