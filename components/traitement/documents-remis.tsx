import { FormulairesSansScript } from '@/components/pieces/formulaires-sans-script'
import { ListePieces } from '@/components/pieces/liste-pieces'
import type { DemandeDeCaisse } from '@/lib/demandes/queries-caisse'
import { attributAccept, libelleFormats } from '@/lib/pieces-jointes/formats'
import { vuePiece } from '@/lib/pieces-jointes/vue'
import { taille } from '@/lib/socle/format'

const code = 'reponse'

/** Documents given to the partenaire in the portal: only where its convention allows it (règles du domaine, §4). */
export function DocumentsRemis({ demande, adresse }: { demande: DemandeDeCaisse; adresse: string }) {
  const remis = demande.pieces.filter(({ sens }) => sens === 'sortante')
  const ajout = Boolean(demande.convention?.habiliteDocuments) && demande.etat !== 'annulee'
  const { reglages } = demande.caisse
  if ((!ajout && remis.length === 0) || !reglages) return null
  const limites = { parFichier: reglages.tailleMaxFichierOctets, parDemande: reglages.tailleMaxDemandeOctets }
  const parent = `demande=${demande.id}`
  // Whatever the code they were kept under, they stand in one list.
  const initiales = remis.map((piece) => ({ ...vuePiece(piece), code }))
  return (
    <section aria-labelledby="titre-remis">
      <h2 id="titre-remis">Documents remis au partenaire</h2>
      <ListePieces
        parent={parent}
        demandees={[{ code, libelle: 'Document pour le partenaire', aide: null, requise: false }]}
        initiales={initiales}
        absentes={{}}
        limites={limites}
        accept={attributAccept}
        ajout={ajout}
      />
      {ajout && (
        <>
          <p className="mt-1 text-14 text-encre-2">
            {libelleFormats}, {taille(limites.parFichier)} par fichier. Un document ajouté est aussitôt visible par{' '}
            {demande.partenaire.nom}.
          </p>
          <FormulairesSansScript parent={parent} codes={[code]} retour={adresse} />
        </>
      )}
    </section>
  )
}
