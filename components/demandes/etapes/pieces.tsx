import { CadreEtape } from '@/components/demandes/etapes/cadre-etape'
import { FichiersAcceptes } from '@/components/pieces/fichiers-acceptes'
import { FormulairesSansScript } from '@/components/pieces/formulaires-sans-script'
import { ListePieces } from '@/components/pieces/liste-pieces'
import { adresseBrouillon } from '@/lib/demandes/adresses'
import type { BrouillonRepris } from '@/lib/demandes/queries-brouillon'
import { attributAccept } from '@/lib/pieces-jointes/formats'
import { vuePiece } from '@/lib/pieces-jointes/vue'

export const titrePieces = 'Les pièces du dossier'

/** Anything else that helps, for every motif. */
export const autrePiece = {
  code: 'autre',
  libelle: 'Autre pièce',
  aide: 'Tout autre document utile à la caisse.',
  requise: false,
}

export function EtapePieces({ cadre }: { cadre: BrouillonRepris }) {
  const { id } = cadre.brouillon
  const parent = `brouillon=${id}`
  const n = cadre.pieces.length
  const limites = {
    parFichier: cadre.reglages.tailleMaxFichierOctets,
    parDemande: cadre.reglages.tailleMaxDemandeOctets,
  }
  const demandees = [...cadre.pieces, autrePiece]
  return (
    <>
      <CadreEtape
        cadre={cadre}
        etape="pieces"
        titre={titrePieces}
        large
        note={
          <>
            <FichiersAcceptes limites={limites} />
            <div className="border-l border-filet-2 pl-4 text-15 text-encre-2">
              <p className="font-[650] text-encre">Les pièces sont sur un téléphone ?</p>
              <p className="mt-1">
                Connectez-vous depuis ce téléphone{'\u00A0'}: ce brouillon vous y attend, à cette étape.
              </p>
            </div>
          </>
        }
      >
        <div className="-mt-3">
          <ListePieces
            parent={parent}
            demandees={demandees}
            initiales={cadre.brouillon.pieces.map(vuePiece)}
            absentes={cadre.donnees.absentes ?? {}}
            limites={limites}
            accept={attributAccept}
            phrase={
              n === 0
                ? 'La caisse ne demande aucune pièce pour ce motif. Vous pouvez en joindre si elles sont utiles.'
                : `Pour «\u00A0${cadre.objet}\u00A0», la caisse demande ${n > 1 ? `ces ${n} pièces` : 'cette pièce'}.`
            }
            brouillon
          />
        </div>
      </CadreEtape>
      <FormulairesSansScript
        parent={parent}
        codes={demandees.map(({ code }) => code)}
        retour={adresseBrouillon(id, 'pieces')}
      />
    </>
  )
}
