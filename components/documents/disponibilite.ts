import { dernierJour, estExpire } from '@/lib/documents/regles'
import { dateSansAnnee } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

/** «disponible jusqu’au 12 mars», or since when it is not. */
export function disponibilite(piece: { expireLe: Date | null }, maintenant: Date): string {
  if (!piece.expireLe) return 'disponible'
  const jour = dateSansAnnee(dernierJour(piece.expireLe), dateAParis(maintenant))
  return estExpire(piece, maintenant) ? `expiré, était disponible jusqu’au ${jour}` : `disponible jusqu’au ${jour}`
}
