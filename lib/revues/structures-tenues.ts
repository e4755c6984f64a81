import { etatsEnVigueur } from '@/lib/conventions/regles'
import type { Ouverture } from '@/lib/revues/schema'
import type { Contexte } from '@/lib/socle/action'
import { dateAParis } from '@/lib/socle/temps'

/** Structures whose convention with the caisse of the référent is live, by name; a structure not yet open only if it is named. */
export async function structuresTenues(
  { tx, acteur, maintenant }: Pick<Contexte, 'tx' | 'acteur' | 'maintenant'>,
  portee: Ouverture = { portee: 'toutes' },
) {
  const jour = new Date(dateAParis(maintenant))
  const parts = await tx.conventionCaisse.findMany({
    where: {
      caisseId: acteur.caisse?.id,
      etat: { in: etatsEnVigueur },
      utilisationEffetLe: { lte: jour },
      OR: [{ finLe: null }, { finLe: { gte: jour } }],
    },
    select: { partenaireId: true },
  })
  return tx.structure.findMany({
    where: {
      AND: [
        { partenaireId: { in: parts.map(({ partenaireId }) => partenaireId) } },
        portee.portee === 'structure' ? { id: portee.id } : { OR: [{ ouvreLe: null }, { ouvreLe: { lte: jour } }] },
        portee.portee === 'partenaire' ? { partenaireId: portee.id } : {},
      ],
    },
    select: {
      id: true,
      nom: true,
      partenaireId: true,
      partenaire: { select: { nom: true, _count: { select: { structures: true } } } },
    },
    orderBy: [{ partenaire: { nom: 'asc' } }, { nom: 'asc' }, { id: 'asc' }],
  })
}
