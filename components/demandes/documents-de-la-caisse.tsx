import { disponibilite } from '@/components/documents/disponibilite'
import { Recus } from '@/components/documents/recus'
import { Avis } from '@/components/ui/avis'
import type { DemandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { estExpire, estRemis } from '@/lib/documents/regles'
import { telechargeable } from '@/lib/pieces-jointes/vue'
import { dateSansAnnee, taille } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

type Piece = DemandeDePartenaire['pieces'][number]

/** What was posted, from the history: which document, which day. */
function envois({ evenements }: DemandeDePartenaire) {
  return evenements
    .filter(({ type }) => type === 'document_poste')
    .map(({ id, details }) => ({ id, ...(details as { document: string; posteLe: string }) }))
}

function Remis({ piece, moi, maintenant }: { piece: Piece; moi: string; maintenant: Date }) {
  const { id, nomFichier, etat } = piece
  if (!telechargeable(etat))
    return (
      <>
        <p className="break-all">{nomFichier}</p>
        <p className="text-14 text-encre-2">contrôle antivirus en cours{'\u00A0'}: rechargez la page dans un instant</p>
      </>
    )
  if (estExpire(piece, maintenant))
    return (
      <>
        <p className="break-all">{nomFichier}</p>
        <p className="text-14 text-encre-2">
          {disponibilite(piece, maintenant)}. S’il vous le faut encore, demandez-le de nouveau à la caisse.
        </p>
        <Recus recus={piece.telechargements} moi={moi} maintenant={maintenant} />
      </>
    )
  return (
    <>
      <p className="break-all">
        <a href={`/api/pieces-jointes/${id}`} download>
          {nomFichier}
        </a>{' '}
        <span className="text-14 whitespace-nowrap text-encre-2">{taille(piece.taille)}</span>
      </p>
      <p className="text-14">{disponibilite(piece, maintenant)}</p>
      <Recus recus={piece.telechargements} moi={moi} maintenant={maintenant} />
    </>
  )
}

/** Documents of the caisse: delivered here, with the receipts of their downloads, or posted. Nothing where there is none. */
export function DocumentsDeLaCaisse({
  demande,
  moi,
  maintenant,
}: {
  demande: DemandeDePartenaire
  moi: string
  maintenant: Date
}) {
  const remis = demande.pieces.filter((piece) => estRemis(piece) && !['infectee', 'refusee'].includes(piece.etat))
  const postes = envois(demande)
  // Delivered once, and closed since: the database gives it no more.
  const ferme = remis.length === 0 && demande.evenements.some(({ type }) => type === 'document_remis')
  if (remis.length + postes.length === 0 && !ferme) return null
  const aujourdhui = dateAParis(maintenant)
  return (
    <section id="documents" aria-labelledby="titre-documents">
      <h2 id="titre-documents">Les documents de la caisse</h2>
      {ferme && (
        <Avis className="mt-3">
          <p>
            La caisse vous a remis un document dans le portail. Il vous est fermé{'\u00A0'}: votre structure n’est plus
            habilitée à les recevoir ici. Écrivez à la caisse si la personne en a encore besoin.
          </p>
        </Avis>
      )}
      <ul className="mt-2 border-t border-filet">
        {remis.map((piece) => (
          <li key={piece.id} className="border-b border-filet py-2.5">
            <Remis piece={piece} moi={moi} maintenant={maintenant} />
          </li>
        ))}
        {postes.map(({ id, document, posteLe }) => (
          <li key={id} className="border-b border-filet py-2.5">
            <p>{document}</p>
            <p className="text-14 text-encre-2">
              envoyé par courrier à la personne le {dateSansAnnee(posteLe, aujourdhui)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
