import { adresseFile, requeteFile } from '@/components/file/requete'
import { vuesDites } from '@/components/file/vues'
import { ChevronLeft, Eye } from '@/components/ui/icones'
import type { FiltresFile } from '@/lib/demandes/filtres-file'
import type { DemandeDeCaisse } from '@/lib/demandes/queries-caisse'
import { nomComplet } from '@/lib/socle/acteur'

const PRESENCE_MS = 5 * 60_000

/** Colleagues who opened the demande in the last five minutes. */
function presents({ lectures }: DemandeDeCaisse, moi: string, maintenant: Date): string[] {
  return lectures
    .filter(
      ({ cote, compteId, vueLe }) =>
        cote === 'caisse' && compteId !== moi && maintenant.getTime() - vueLe.getTime() < PRESENCE_MS,
    )
    .map(({ compte }) => nomComplet(compte))
}

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
  moi,
  raccourcis,
  maintenant,
}: {
  demande: DemandeDeCaisse
  /** Null when the page was opened from elsewhere than the queue. */
  filtres: FiltresFile | null
  moi: string
  raccourcis: boolean
  maintenant: Date
}) {
  const la = presents(demande, moi, maintenant)
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
      {la.length > 0 && (
        <p role="status" className="ml-auto inline-flex items-center gap-2 bg-cyan-50 px-3 py-1 max-tab:w-full">
          <Eye className="text-cyan-700" />
          <span>
            <strong>{la.join(' et ')}</strong> {la.length > 1 ? 'consultent' : 'consulte'} cette demande
          </span>
        </p>
      )}
    </div>
  )
}
