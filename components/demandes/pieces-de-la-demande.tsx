import { autrePiece } from '@/components/demandes/etapes/pieces'
import { FormulairesSansScript } from '@/components/pieces/formulaires-sans-script'
import { ListePieces } from '@/components/pieces/liste-pieces'
import type { PieceDemandee } from '@/lib/caisses/catalogue'
import { adresseDemande } from '@/lib/demandes/adresses'
import type { DemandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { attributAccept, libelleFormats } from '@/lib/pieces-jointes/formats'
import { vuePiece } from '@/lib/pieces-jointes/vue'
import { taille } from '@/lib/socle/format'

const PAR_DEFAUT = { parFichier: 20_971_520, parDemande: 104_857_600 }

type Absente = { code: string; libelle: string; raison: string }

/** Files of a filed demande: those sent by the partenaire, to which some may be added while it is open. */
export function PiecesDeLaDemande({
  demande,
  demandees,
}: {
  demande: DemandeDePartenaire
  demandees: PieceDemandee[]
}) {
  const { reglages } = demande.caisse
  const limites = reglages
    ? { parFichier: reglages.tailleMaxFichierOctets, parDemande: reglages.tailleMaxDemandeOctets }
    : PAR_DEFAUT
  const absentes = Array.isArray(demande.piecesAbsentes) ? (demande.piecesAbsentes as Absente[]) : []
  const recues = demande.pieces.filter(({ sens }) => sens === 'entrante')
  const liste = listeAffichee(demandees, recues, absentes, demande.ouverte)
  const parent = `demande=${demande.id}`
  return (
    <>
      {liste.length === 0 && <p className="mt-2 text-encre-2">Aucune pièce n’a été jointe.</p>}
      {liste.length > 0 && (
        <ListePieces
          parent={parent}
          demandees={liste}
          initiales={recues.map(vuePiece)}
          absentes={Object.fromEntries(absentes.map(({ code, raison }) => [code, raison]))}
          limites={limites}
          accept={attributAccept}
          ajout={demande.ouverte}
        />
      )}
      {demande.ouverte && (
        <>
          <p className="mt-1 text-15 text-encre-2">
            {libelleFormats}, {taille(limites.parFichier)} par fichier. Une pièce ajoutée part aussitôt à la caisse.
          </p>
          <FormulairesSansScript
            parent={parent}
            codes={liste.map(({ code }) => code)}
            retour={adresseDemande(demande.reference)}
          />
        </>
      )}
    </>
  )
}

/** Pieces of the motif, those whose code has left the catalogue, and «Autre pièce»; once closed, only what was sent or said absent. */
function listeAffichee(
  demandees: PieceDemandee[],
  recues: { code: string }[],
  absentes: Absente[],
  ouverte: boolean,
): PieceDemandee[] {
  const connues = [...demandees, autrePiece]
  const anciennes = [...new Set(recues.map(({ code }) => code))]
    .filter((code) => !connues.some((piece) => piece.code === code))
    .map((code) => ({ code, libelle: 'Pièce demandée auparavant', aide: null, requise: false }))
  const utiles = new Set([...recues, ...absentes].map(({ code }) => code))
  return [...demandees, ...anciennes, autrePiece].filter(({ code }) => ouverte || utiles.has(code))
}
