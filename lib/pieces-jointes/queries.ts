import { type VuePiece, vuePiece } from '@/lib/pieces-jointes/vue'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { estId } from '@/lib/socle/identifiants'

type Parent = { brouillon?: string; demande?: string; preparation?: string }

/** Files of a draft, of a demande or of a message in preparation, for the page that waits for their analysis. */
export function piecesDe(acteur: Acteur, parent: Parent): Promise<VuePiece[]> {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const pieces = await tx.pieceJointe.findMany({
      where: parent.brouillon
        ? { brouillonId: parent.brouillon }
        : { demandeId: parent.demande, enPreparation: parent.preparation === '1' },
      orderBy: { deposeeLe: 'asc' },
    })
    return pieces.map(vuePiece)
  })
}

/** One file within the perimeter, with its wrapped key, to be sent to the browser. */
export function pieceALire(acteur: Acteur, id: string) {
  if (!estId(id)) throw new ErreurMetier('introuvable')
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const piece = await tx.pieceJointe.findUnique({
      where: { id },
      include: { demande: { select: { reference: true } } },
    })
    if (!piece) throw new ErreurMetier('introuvable')
    return piece
  })
}
