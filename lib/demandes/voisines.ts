import { demandesVisibles } from '@/lib/demandes/acces'
import { conditions, type FiltresFile } from '@/lib/demandes/filtres-file'
import { apresEnDescendant, apresEnMontant, avantEnDescendant, avantEnMontant } from '@/lib/demandes/page'
import type { Acteur } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'
import type { Prisma } from '@/lib/socle/prisma/client'

type Place = { id: string; triLe: Date; majLe: Date }

const parEcheance = (sens: Prisma.SortOrder): Prisma.DemandeOrderByWithRelationInput[] => [
  { triLe: sens },
  { id: sens },
]
const parDate = (sens: Prisma.SortOrder): Prisma.DemandeOrderByWithRelationInput[] => [{ majLe: sens }, { id: sens }]

/** References just before and just after a demande, in the view it was opened from; it may have left that view since. */
export async function voisines(tx: Transaction, acteur: Acteur, filtres: FiltresFile, { id, triLe, majLe }: Place) {
  const vue = [demandesVisibles(acteur), conditions(acteur, filtres, new Date())]
  const premiere = async (autour: Prisma.DemandeWhereInput, orderBy: Prisma.DemandeOrderByWithRelationInput[]) => {
    const where = { AND: [...vue, autour] }
    const trouvee = await tx.demande.findFirst({ where, select: { reference: true }, orderBy })
    return trouvee?.reference ?? null
  }
  if (filtres.vue === 'closes') {
    const place = { cle: majLe, id }
    const [precedente, suivante] = await Promise.all([
      premiere(avantEnDescendant(place), parDate('asc')),
      premiere(apresEnDescendant(place), parDate('desc')),
    ])
    return { precedente, suivante }
  }
  const place = { cle: triLe, id }
  const [precedente, suivante] = await Promise.all([
    premiere(avantEnMontant(place), parEcheance('desc')),
    premiere(apresEnMontant(place), parEcheance('asc')),
  ])
  return { precedente, suivante }
}
