import type { Limites } from '@/components/pieces/modele'
import { libelleFormats } from '@/lib/pieces-jointes/formats'
import { taille } from '@/lib/socle/format'

/** Formats and sizes, announced before anything is chosen. */
export function FichiersAcceptes({ limites }: { limites: Limites }) {
  return (
    <div className="border-l border-filet-2 pl-4 text-15 text-encre-2">
      <p className="font-[650] text-encre">Les fichiers acceptés</p>
      <p className="mt-1">{libelleFormats}.</p>
      <p className="mt-1">
        {taille(limites.parFichier)} par fichier, {taille(limites.parDemande)} en tout.
      </p>
      <p className="mt-1 noscript:hidden">
        Plusieurs fichiers d’un coup{'\u00A0'}: glissez-les sur la pièce qu’ils concernent. Ailleurs sur la page, ils
        vont dans «{'\u00A0'}Autre pièce{'\u00A0'}».
      </p>
    </div>
  )
}
