import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { prevenirGestionnaires } from '@/lib/notifications/destinataires'
import type { Transaction } from '@/lib/socle/base'
import { jourDe } from '@/lib/socle/jour'

type Revue = { id: string; structureId: string; echeanceLe: Date }

/**
 * Writes to the gestionnaires of the structure who can sign in; where there is none yet, to the shared mailbox of the
 * structure.
 */
export async function prevenirStructure(
  tx: Transaction,
  revue: Revue,
  modele: 'revue_ouverte' | 'revue_relance',
  nombre: number,
): Promise<void> {
  const { partenaire, partenaireId, courriel } = await tx.structure.findUniqueOrThrow({
    where: { id: revue.structureId },
    select: { courriel: true, partenaireId: true, partenaire: { select: { nom: true } } },
  })
  const donnees = {
    partenaire: partenaire.nom,
    jour: jourDe(revue.echeanceLe),
    nombre,
    lien: `/equipe/revue/${revue.id}`,
  }
  const dits = await prevenirGestionnaires(tx, { partenaireId, structureId: revue.structureId }, modele, donnees)
  if (dits === 0 && courriel) await ajouterCourriel(tx, { modele, destinataire: courriel, donnees })
}
