import { Avis } from '@/components/ui/avis'
import { actualitesEpinglees } from '@/lib/actualites/queries'
import { debutDe } from '@/lib/publications/texte'
import type { Acteur } from '@/lib/socle/acteur'
import { pluriel, typo } from '@/lib/socle/format'

/** On a first page: what is pinned, and how much was not opened yet. */
export async function Annonces({ acteur }: { acteur: Acteur }) {
  const epinglees = await actualitesEpinglees(acteur, new Date())
  if (epinglees.length === 0 && acteur.nouvelles === 0) return null
  return (
    <section aria-label="Actualités" className="mb-6">
      {epinglees.map(({ id, titre, texte }) => (
        <Avis
          key={id}
          className="mb-3"
          titre={
            <a href={`/actualites/${id}`} className="inline-block min-h-6">
              {typo(titre)}
            </a>
          }
        >
          <p>{typo(debutDe(texte, 140))}</p>
        </Avis>
      ))}
      {acteur.nouvelles > 0 && (
        <p>
          <a href="/actualites" className="pastille">
            {pluriel(acteur.nouvelles, 'nouvelle actualité', 'nouvelles actualités')}
          </a>
        </p>
      )}
    </section>
  )
}
