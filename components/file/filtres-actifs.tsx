import { filtresChoisis } from '@/components/file/filtres-choisis'
import { adresseFile } from '@/components/file/requete'
import { X } from '@/components/ui/icones'
import type { ChoixFiltres } from '@/lib/demandes/choix-filtres'
import type { FiltresFile } from '@/lib/demandes/filtres-file'

/** The filters in use: each is a link that removes it. */
export function FiltresActifs({ filtres, choix }: { filtres: FiltresFile; choix: ChoixFiltres }) {
  const choisis = filtresChoisis(filtres, choix)
  if (choisis.length === 0) return null
  return (
    <ul aria-label="Filtres actifs" className="flex flex-wrap items-center gap-2 pb-2">
      {choisis.map(({ cle, mots }) => (
        <li key={cle}>
          <a
            href={adresseFile({ ...filtres, apres: undefined, [cle === 'q' ? 'r' : cle]: undefined })}
            className="jeton-filtre"
          >
            <span className="sr-only">Retirer le filtre </span>
            {mots}
            <X />
          </a>
        </li>
      ))}
      {choisis.length > 1 && (
        <li>
          <a
            href={adresseFile({ vue: filtres.vue, tri: filtres.tri, sens: filtres.sens })}
            className="inline-flex min-h-6 items-center"
          >
            Tout retirer
          </a>
        </li>
      )}
    </ul>
  )
}
