import { disponibilite } from '@/components/documents/disponibilite'
import { Recus } from '@/components/documents/recus'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FormulairesSansScript } from '@/components/pieces/formulaires-sans-script'
import { ListePieces } from '@/components/pieces/liste-pieces'
import { Fichier } from '@/components/traitement/fichier'
import { LienBouton } from '@/components/ui/bouton'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { actionProlonger } from '@/lib/documents/actions'
import { estExpire, estRemis, peutRemettre } from '@/lib/documents/regles'
import { attributAccept, libelleFormats } from '@/lib/pieces-jointes/formats'
import { telechargeable } from '@/lib/pieces-jointes/vue'
import { pluriel, taille } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

const code = 'reponse'

type Piece = DemandeDeCaisse['pieces'][number]
type Cadre = { demande: DemandeDeCaisse; moi: string; maintenant: Date; titrePage: string; suite: string }

/** One delivered document: until when, who has downloaded it, and more time for it. */
function Remis({
  piece,
  cadre: { moi, maintenant, titrePage, suite },
  prolongeable,
}: {
  piece: Piece
  cadre: Cadre
  prolongeable: boolean
}) {
  const expire = estExpire(piece, maintenant)
  const pret = telechargeable(piece.etat)
  return (
    <li className="border-b border-filet py-2.5">
      <p className="flex flex-wrap items-baseline gap-x-2 break-all">
        {expire ? piece.nomFichier : <Fichier piece={piece} nouvelle={false} />}
      </p>
      {pret && (
        <div className="flex flex-wrap items-baseline gap-x-4">
          <p className={`text-14 ${expire ? 'text-encre-2' : ''}`}>{disponibilite(piece, maintenant)}</p>
          {prolongeable && !expire && (
            <Formulaire action={actionProlonger} titrePage={titrePage} cle={`prolonger-${piece.id}`} suite={suite}>
              <ChampCache name="id" valeur={piece.id} />
              <BoutonEnvoi aspect="tiers" dense enCours="Un instant…">
                Prolonger<span className="sr-only"> {piece.nomFichier}</span>
              </BoutonEnvoi>
            </Formulaire>
          )}
        </div>
      )}
      {pret && <Recus recus={piece.telechargements} moi={moi} maintenant={maintenant} />}
    </li>
  )
}

/**
 * Documents given to the partenaire in the portal: only where a convention in force allows it (règles du domaine, §4); the
 * screen says so where it does not.
 */
export function DocumentsRemis({ cadre, adresse, poster }: { cadre: Cadre; adresse: string; poster: string }) {
  const { demande, maintenant } = cadre
  const remis = demande.pieces.filter((piece) => estRemis(piece) && !piece.enPreparation)
  const habilite = peutRemettre(demande.convention, dateAParis(maintenant))
  const { reglages } = demande.caisse
  const concerne = habilite || remis.length > 0 || demande.service === 'document'
  if (!concerne || !reglages) return null
  const ajout = habilite && demande.etat !== 'annulee'
  const limites = { parFichier: reglages.tailleMaxFichierOctets, parDemande: reglages.tailleMaxDemandeOctets }
  const parent = `demande=${demande.id}`
  return (
    <section id="documents" aria-labelledby="titre-remis">
      <h2 id="titre-remis">Documents remis au partenaire</h2>
      {remis.length > 0 && (
        <ul className="mt-2 border-t border-filet-2">
          {remis.map((piece) => (
            <Remis key={piece.id} piece={piece} cadre={cadre} prolongeable={ajout} />
          ))}
        </ul>
      )}
      {!habilite && (
        <div className="mt-2">
          <p className="lecture">
            {demande.partenaire.nom} n’est pas habilité à recevoir des documents dans le portail{'\u00A0'}: sa
            convention ne le prévoit pas, ou n’est pas en vigueur.{' '}
            {remis.length > 0
              ? 'Ce qui lui a été remis lui est fermé.'
              : 'Le document part par courrier, à l’adresse que la caisse connaît de la personne.'}
          </p>
          {demande.etat !== 'annulee' && (
            <p className="mt-2">
              <LienBouton href={poster} aspect="secondaire" dense data-agir="">
                Noter un envoi par courrier
              </LienBouton>
            </p>
          )}
        </div>
      )}
      {ajout && (
        <>
          {/* What has arrived stands above once the page is read again: the list starts afresh. */}
          <ListePieces
            key={remis.length}
            parent={parent}
            demandees={[{ code, libelle: 'Remettre un document', aide: null, requise: false }]}
            initiales={[]}
            absentes={{}}
            limites={limites}
            accept={attributAccept}
          />
          <p className="mt-1 text-14 text-encre-2">
            {libelleFormats}, {taille(limites.parFichier)} par fichier. Un document remis est visible par{' '}
            {demande.partenaire.nom} dès que l’antivirus l’a contrôlé, pendant{' '}
            {pluriel(reglages.documentDisponibleJours, 'jour')}.
          </p>
          <FormulairesSansScript parent={parent} codes={[code]} retour={adresse} />
        </>
      )}
    </section>
  )
}
