import { libellesComptes } from '@/lib/conservation/libelles'
import type { ApercuConservation } from '@/lib/conservation/queries'
import { dateLongue, pluriel } from '@/lib/socle/format'

/** What the last nights removed. */
export function DerniersPassages({ passages }: { passages: ApercuConservation['passages'] }) {
  if (passages.length === 0) return null
  return (
    <section aria-labelledby="passages" className="mt-10 max-w-180">
      <h2 id="passages" className="mb-2">
        Les dernières nuits
      </h2>
      <dl className="border-t border-filet-2">
        {passages.map(({ jour, comptes }) => (
          <div key={jour} className="resume__ligne">
            <dt>{dateLongue(jour)}</dt>
            <dd>{enMots(comptes)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function enMots(comptes: Record<string, number>): string {
  const effaces = Object.entries(libellesComptes).flatMap(([nature, dire]) =>
    comptes[nature] ? [dire(comptes[nature])] : [],
  )
  const annonces = comptes.annonces
    ? [`${pluriel(comptes.annonces, 'demande annoncée', 'demandes annoncées')} à la caisse`]
    : []
  const mots = [...effaces, ...annonces].join(', ')
  return mots === '' ? 'Rien à effacer' : mots
}
