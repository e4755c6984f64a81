import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { lireApercu, lireFichier } from '@/lib/pieces-jointes/coffre'
import { formatParMime, formats } from '@/lib/pieces-jointes/formats'
import { enTetePiece } from '@/lib/pieces-jointes/nom-fichier'
import { telechargeable } from '@/lib/pieces-jointes/vue'
import { ErreurMetier } from '@/lib/socle/erreurs'
import type { PieceJointe } from '@/lib/socle/prisma/client'
import { sansCache } from '@/lib/socle/route'

/** The answer that carries a file; `defineRoute` adds the headers that let nothing run. */
export function envoyerPiece(piece: PieceJointe, voir: boolean, nom = piece.nomFichier): Response {
  if (piece.etat === 'en_analyse')
    throw new ErreurMetier('etat_change', 'Ce fichier est en cours d’analyse : il pourra être ouvert dans un instant.')
  if (!telechargeable(piece.etat)) throw new ErreurMetier('introuvable')
  const apercu = voir && piece.apercu
  const inline = voir && (apercu || affichable(piece.typeMime))
  const contenu = apercu ? lireApercu(piece) : lireFichier(piece)
  return new Response(Readable.toWeb(Readable.from(contenu)) as ReadableStream as unknown as BodyInit, {
    headers: {
      ...sansCache,
      'content-type': apercu ? 'image/jpeg' : piece.typeMime,
      'content-disposition': enTetePiece(nom, { inline }),
    },
  })
}

/** Types a browser shows by itself; the others are only downloaded. */
function affichable(mime: string): boolean {
  const type = formatParMime(mime)
  return type !== null && formats[type].affichable
}
