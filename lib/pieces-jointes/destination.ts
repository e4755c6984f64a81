import { z } from 'zod'
import { peutRemettre } from '@/lib/documents/regles'
import { messageRefus } from '@/lib/pieces-jointes/refus'
import { type Acteur, coteDe } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAParis } from '@/lib/socle/temps'

/**
 * Where a file goes: a draft of its author, or a demande within one's rights; and the piece of the list it answers.
 * `preparation`: it waits for the message its author is writing, and leaves with it.
 */
export const destinationSchema = z
  .object({
    brouillon: z.uuid().optional(),
    demande: z.uuid().optional(),
    preparation: z.literal('1').optional(),
    code: z
      .string()
      .regex(/^[a-z0-9_]{1,60}$/)
      .default('autre'),
  })
  .refine(({ brouillon, demande }) => Boolean(brouillon) !== Boolean(demande), { error: 'destination' })
  .refine(({ preparation, demande }) => !preparation || demande, { error: 'destination' })

export type Destination = z.output<typeof destinationSchema>

/** Checks that the acteur may add a file there now, and gives the limits of the caisse and the columns that attach it. */
export async function verifierDestination(
  tx: Transaction,
  acteur: Acteur,
  destination: Destination,
  maintenant = new Date(),
) {
  if (destination.brouillon) {
    const brouillon = await tx.brouillon.findFirst({ where: { id: destination.brouillon, compteId: acteur.compteId } })
    if (!brouillon) throw new ErreurMetier('introuvable')
    return {
      limites: await limites(tx, brouillon.caisseId),
      rattachement: { brouillonId: brouillon.id, structureId: brouillon.structureId },
    }
  }
  const demande = await tx.demande.findUnique({ where: { id: destination.demande } })
  if (!demande) throw new ErreurMetier('introuvable')
  if (demande.etat === 'annulee')
    throw new ErreurMetier('etat_change', 'Cette demande est annulée : elle ne reçoit plus de pièce.')
  // A closed demande is opened again by a message, with its files.
  if (!demande.ouverte && coteDe(acteur) === 'partenaire' && !destination.preparation)
    throw new ErreurMetier(
      'etat_change',
      'Cette demande est close. Écrivez d’abord à la caisse : la demande sera rouverte, puis ajoutez la pièce.',
    )
  if (coteDe(acteur) === 'caisse') await exigerHabilitation(tx, demande, maintenant)
  return {
    limites: await limites(tx, demande.caisseId),
    rattachement: {
      demandeId: demande.id,
      caisseId: demande.caisseId,
      structureId: demande.structureId,
      enPreparation: destination.preparation === '1',
    },
  }
}

/** Only a partenaire habilité, by a convention in force today, receives documents in the portal (règles du domaine, §4). */
async function exigerHabilitation(
  tx: Transaction,
  { caisseId, partenaireId }: { caisseId: string; partenaireId: string },
  maintenant: Date,
) {
  const conventions = await tx.conventionCaisse.findMany({ where: { caisseId, partenaireId, habiliteDocuments: true } })
  if (!conventions.some((convention) => peutRemettre(convention, dateAParis(maintenant))))
    throw new ErreurMetier(
      'etat_change',
      'Ce partenaire n’est pas habilité à recevoir des documents dans le portail : envoyez-le à la personne par courrier.',
    )
}

async function limites(tx: Transaction, caisseId: string | null) {
  // A draft without a caisse has no list of pieces yet.
  const reglages = caisseId ? await tx.reglagesCaisse.findUnique({ where: { caisseId } }) : null
  if (!reglages) throw new ErreurMetier('introuvable')
  return { fichier: reglages.tailleMaxFichierOctets, total: reglages.tailleMaxDemandeOctets }
}

/** Refuses a file that would take the demande over its limit. The parent is locked, so that parallel uploads are counted. */
export async function exigerPlace(
  tx: Transaction,
  { brouillon, demande }: Destination,
  fichier: { nomFichier: string; taille: number },
  total: number,
): Promise<void> {
  if (brouillon) await tx.$queryRaw`SELECT id FROM brouillon WHERE id = ${brouillon}::uuid FOR UPDATE`
  else await tx.$queryRaw`SELECT id FROM demande WHERE id = ${demande}::uuid FOR UPDATE`
  const { _sum } = await tx.pieceJointe.aggregate({
    where: {
      ...(brouillon ? { brouillonId: brouillon } : { demandeId: demande }),
      etat: { notIn: ['infectee', 'refusee'] },
    },
    _sum: { taille: true },
  })
  if ((_sum.taille ?? 0) + fichier.taille > total)
    throw new ErreurMetier('saisie', messageRefus('total_depasse', fichier.nomFichier, { parDemande: total }))
}
