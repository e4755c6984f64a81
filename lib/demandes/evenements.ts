import { coteDe } from '@/lib/socle/acteur'
import type { Contexte } from '@/lib/socle/action'
import type { Prisma } from '@/lib/socle/prisma/client'

export type TypeEvenement =
  | 'deposee'
  | 'prise_en_charge'
  | 'passee'
  | 'complement_demande'
  | 'complement_envoye'
  | 'complement_recu'
  | 'message'
  | 'note'
  | 'traitee'
  | 'annulee'
  | 'rouverte'
  | 'piece_refusee'
  | 'attribuee'
  | 'motif_corrige'
  | 'transferee'
  | 'urgence_retiree'
  | 'urgence_donnee'
  | 'liee'
  | 'deliee'
  | 'procedure_ordinaire'
  | 'message_retire'
  | 'rendez_vous_propose'
  | 'rendez_vous_fixe'
  | 'rendez_vous_deplace'
  | 'rendez_vous_annule'
  | 'rendez_vous_honore'
  | 'rendez_vous_manque'
  | 'document_remis'
  | 'document_telecharge'
  | 'document_poste'
  | 'attribution_annulee'
  | 'effacee'
  | 'identite_corrigee'
  | 'limitee'
  | 'limitation_levee'

type Lieu = { id: string; caisseId: string; structureId: string }

/** Adds a dated, authored row to the history of a demande, in the transaction of the act. */
export async function inscrireEvenement(
  { tx, acteur, maintenant }: Contexte,
  demande: Lieu,
  type: TypeEvenement,
  details: Prisma.InputJsonObject = {},
  visiblePartenaire = true,
): Promise<void> {
  await tx.evenement.createMany({
    data: [
      {
        demandeId: demande.id,
        caisseId: demande.caisseId,
        structureId: demande.structureId,
        type,
        le: maintenant,
        auteurId: acteur.compteId,
        cote: coteDe(acteur),
        visiblePartenaire,
        details,
      },
    ],
  })
}
