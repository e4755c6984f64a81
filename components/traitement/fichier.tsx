import type { Piece } from '@/components/traitement/rangs-pieces'
import { Download } from '@/components/ui/icones'
import { formatParMime, formats } from '@/lib/pieces-jointes/formats'
import { telechargeable } from '@/lib/pieces-jointes/vue'
import { taille } from '@/lib/socle/format'

const qualites: Record<string, string> = { floue: 'Semble floue', petite: 'Semble trop petite pour être lue' }

function lisible({ typeMime, apercu }: Piece): boolean {
  const format = formatParMime(typeMime)
  return apercu || (format !== null && formats[format].affichable)
}

/** One file: opened in a new tab where a browser can show it, downloaded otherwise; never before its analysis is done. */
export function Fichier({ piece, nouvelle }: { piece: Piece; nouvelle: boolean }) {
  const { id, nomFichier, etat, raisonRefus, alerteQualite } = piece
  const adresse = `/api/pieces-jointes/${id}`
  if (etat === 'en_analyse')
    return (
      <>
        {nomFichier} <span className="text-encre-3">analyse antivirus en cours</span>
      </>
    )
  if (!telechargeable(etat))
    return (
      <>
        {nomFichier} <span className="text-brique-700">refusé. {raisonRefus ?? 'Il n’a pas été gardé.'}</span>
      </>
    )
  return (
    <>
      {lisible(piece) ? (
        <>
          <a href={`${adresse}?voir=1`} target="_blank" rel="noreferrer">
            {nomFichier}
            <span className="sr-only"> (nouvel onglet)</span>
          </a>{' '}
          <a href={adresse} download className="pieces__telecharger">
            <Download />
            <span className="sr-only">Télécharger {nomFichier}, </span>
            {taille(piece.taille)}
          </a>
        </>
      ) : (
        <>
          <a href={adresse} download>
            {nomFichier}
          </a>{' '}
          <span className="text-14 text-encre-2">à télécharger, {taille(piece.taille)}</span>
        </>
      )}
      {nouvelle && <span className="pastille">nouvelle</span>}
      {alerteQualite && (
        <span className="basis-full text-14 text-encre-2">{qualites[alerteQualite] ?? 'À vérifier'}</span>
      )}
    </>
  )
}
