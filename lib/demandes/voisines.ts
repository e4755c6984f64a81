import { demandesVisibles } from '@/lib/demandes/acces'
import { conditions, type FiltresFile, ordreDe } from '@/lib/demandes/filtres-file'
import { apresLe, enOrdre, inverse, type Ordre } from '@/lib/demandes/page'
import type { Acteur } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'

type Place = { id: string; triLe: Date; majLe: Date; deposeeLe: Date }

/** References just before and just after a demande, in the view it was opened from; it may have left that view since. */
export async function voisines(tx: Transaction, acteur: Acteur, filtres: FiltresFile, demande: Place) {
  const vue = [demandesVisibles(acteur), conditions(acteur, filtres, new Date())]
  const premiere = async (ordre: Ordre) => {
    const place = { cle: demande[ordre.colonne], id: demande.id }
    const trouvee = await tx.demande.findFirst({
      where: { AND: [...vue, apresLe(place, ordre)] },
      select: { reference: true },
      orderBy: enOrdre(ordre),
    })
    return trouvee?.reference ?? null
  }
  const ordre = ordreDe(filtres)
  const [precedente, suivante] = await Promise.all([premiere(inverse(ordre)), premiere(ordre)])
  return { precedente, suivante }
}
