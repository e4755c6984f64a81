import { Paperclip } from '@/components/ui/icones'
import { telechargeable } from '@/lib/pieces-jointes/vue'
import { dateSansAnnee, taille } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

type Piece = {
  id: string
  messageId: string | null
  nomFichier: string
  taille: number
  etat: string
  raisonRefus: string | null
  expireLe: Date | null
}

/** Files sent with a message. One that the antivirus refused is named, so that it can be sent again. */
export function FichiersJoints({
  pieces,
  message,
  maintenant,
}: {
  pieces: Piece[]
  message: string
  maintenant: Date
}) {
  const joints = pieces.filter(({ messageId }) => messageId === message)
  if (joints.length === 0) return null
  return (
    <ul aria-label="Fichiers joints" className="mt-2 text-15">
      {joints.map((piece) => (
        <li key={piece.id} className="flex flex-wrap items-baseline gap-x-2">
          <Paperclip className="self-center text-encre-2" />
          <Fichier piece={piece} maintenant={maintenant} />
        </li>
      ))}
    </ul>
  )
}

function Fichier({ piece, maintenant }: { piece: Piece; maintenant: Date }) {
  const { id, nomFichier, etat, raisonRefus, expireLe } = piece
  if (etat === 'en_analyse')
    return (
      <>
        <span className="break-all">{nomFichier}</span> <span className="text-encre-2">analyse antivirus en cours</span>
      </>
    )
  if (!telechargeable(etat))
    return (
      <span className="font-semibold text-brique-700">
        {raisonRefus ?? `«\u00A0${nomFichier}\u00A0» est refusé\u00A0: il n’a pas été gardé.`}
      </span>
    )
  if (expireLe && expireLe <= maintenant)
    return (
      <>
        <span className="break-all">{nomFichier}</span>{' '}
        <span className="text-encre-2">
          n’est plus disponible depuis le {dateSansAnnee(dateAParis(expireLe), dateAParis(maintenant))}
        </span>
      </>
    )
  return (
    <>
      <a href={`/api/pieces-jointes/${id}`} download className="inline-block min-h-6 break-all">
        {nomFichier}
      </a>
      <span className="whitespace-nowrap text-14 text-encre-2">{taille(piece.taille)}</span>
    </>
  )
}
