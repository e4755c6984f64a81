import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { Transaction } from '@/lib/socle/base'
import { jourDe } from '@/lib/socle/jour'

type Revue = { id: string; structureId: string; echeanceLe: Date }

/**
 * Writes to each gestionnaire of the structure who can sign in; where there is none yet, to the shared mailbox of the
 * structure. Gives the number of mails.
 */
export async function prevenirGestionnaires(
  tx: Transaction,
  revue: Revue,
  modele: 'revue_ouverte' | 'revue_relance',
  nombre: number,
): Promise<number> {
  const structure = await tx.structure.findUniqueOrThrow({
    where: { id: revue.structureId },
    select: {
      courriel: true,
      partenaire: { select: { nom: true } },
      comptes: {
        where: { profil: 'gestionnaire', etat: 'actif' },
        select: { id: true, prenom: true, courriel: true },
        orderBy: { identifiant: 'asc' },
      },
    },
  })
  const commun = {
    partenaire: structure.partenaire.nom,
    jour: jourDe(revue.echeanceLe),
    nombre,
    lien: `/equipe/revue/${revue.id}`,
  }
  for (const { id, prenom, courriel } of structure.comptes)
    await ajouterCourriel(tx, { modele, destinataire: courriel, compteId: id, donnees: { ...commun, prenom } })
  if (structure.comptes.length > 0) return structure.comptes.length
  if (!structure.courriel) return 0
  await ajouterCourriel(tx, { modele, destinataire: structure.courriel, donnees: commun })
  return 1
}
