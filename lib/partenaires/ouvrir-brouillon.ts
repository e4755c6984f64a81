import { randomUUID } from 'node:crypto'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

const INTITULE = 'Accès aux droits et aux soins'

/**
 * The draft of the convention that will bind the caisse to the partenaire: it makes the record visible to the caisse, and
 * opens nothing. The notice is that of the settings of the caisse.
 */
export async function ouvrirBrouillon({ tx, acteur, maintenant }: Contexte, partenaireId: string): Promise<string> {
  const caisseId = acteur.caisse?.id
  if (!caisseId) throw new ErreurMetier('interdit')
  const reglages = await tx.reglagesCaisse.findUnique({
    where: { caisseId },
    select: { preavisRenouvellementMois: true },
  })
  const conventionId = randomUUID()
  await tx.convention.createMany({
    data: [
      {
        id: conventionId,
        partenaireId,
        intitule: INTITULE,
        preavisMois: reglages?.preavisRenouvellementMois,
        creeeLe: maintenant,
      },
    ],
  })
  await tx.conventionCaisse.createMany({
    data: [{ conventionId, caisseId, partenaireId, referentId: acteur.compteId }],
  })
  await tx.evenementConvention.createMany({
    data: [{ conventionId, caisseId, type: 'creee', le: maintenant, auteurId: acteur.compteId }],
  })
  return conventionId
}
