import { adresseFile, requeteFile } from '@/components/file/requete'
import { vuesDites } from '@/components/file/vues'
import { Presence } from '@/components/traitement/presence'
import { ChevronLeft } from '@/components/ui/icones'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import type { FiltresFile } from '@/lib/demandes/filtres-file'

function Voisine({
  reference,
  suite,
  mots,
  touche,
  montrer,
}: {
  reference: string | null
  suite: string
  mots: string
  touche: string
  montrer: boolean
}) {
  if (!reference) return null
  return (
    <a
      href={`/caisse/demandes/${reference}${suite}`}
      aria-keyshortcuts={montrer ? touche : undefined}
      className="inline-flex min-h-6 items-center gap-1"
    >
      {mots}
      <span className="sr-only">, {reference}</span>
      {montrer && (
        <kbd aria-hidden="true" className="touche max-tab:hidden">
          {touche}
        </kbd>
      )}
    </a>
  )
}

/** Back to the view, the demandes before and after in it, and who else is here. */
export function NavigationDemande({
  demande,
  filtres,
  raccourcis,
}: {
  demande: DemandeDeCaisse
  /** Null when the page was opened from elsewhere than the queue. */
  filtres: FiltresFile | null
  raccourcis: boolean
}) {
  const suite = filtres ? requeteFile(filtres) : ''
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <nav aria-label="Dans la file" className="flex flex-wrap items-center gap-x-6">
        <a
          href={filtres ? adresseFile(filtres) : '/caisse/file'}
          className="inline-flex min-h-6 items-center gap-2 no-underline"
        >
          <ChevronLeft className="text-encre" />
          <span className="underline">{filtres ? vuesDites[filtres.vue].libelle : 'File des demandes'}</span>
        </a>
        {demande.voisines && (
          <>
            <Voisine
              reference={demande.voisines.precedente}
              suite={suite}
              mots="Précédente"
              touche="k"
              montrer={raccourcis}
            />
            <Voisine
              reference={demande.voisines.suivante}
              suite={suite}
              mots="Suivante"
              touche="j"
              montrer={raccourcis}
            />
          </>
        )}
      </nav>
      <Presence key={demande.reference} reference={demande.reference} initiaux={demande.presents} />
    </div>
  )
}
