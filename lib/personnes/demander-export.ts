import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { auJournal, noterActe, pageDuDroit, verrouillerDroitOuvert } from '@/lib/personnes/acte'
import type { exporterSchema } from '@/lib/personnes/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { envoyerTravail } from '@/lib/travaux/file'

/** Asks for the archive of all that is kept about the person: made by the worker, ready some moments later. */
export async function demanderExport(contexte: Contexte, saisie: z.output<typeof exporterSchema>): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const demande = await verrouillerDroitOuvert(contexte, saisie)
  const dossiers = await tx.dossierPersonne.count({ where: { demandePersonneId: demande.id } })
  if (dossiers === 0)
    throw new ErreurMetier(
      'etat_change',
      'Choisissez d’abord les dossiers de la personne\u00A0: il n’y a rien à copier.',
    )
  const enCours = await tx.exportPersonne.findFirst({
    where: { demandePersonneId: demande.id, etat: 'en_preparation' },
    select: { id: true },
  })
  if (enCours)
    return {
      vers: pageDuDroit(demande.id, '#copie'),
      journal: { ...auJournal(demande.id), details: { rejouee: true } },
    }
  const id = randomUUID()
  await tx.exportPersonne.createMany({
    data: [
      {
        id,
        demandePersonneId: demande.id,
        caisseId: demande.caisseId,
        demandeLe: maintenant,
        demandeParId: acteur.compteId,
      },
    ],
  })
  await envoyerTravail(tx, 'personne.exporter', { exportId: id })
  await noterActe(contexte, demande, 'export_demande', {}, { dossiers })
  return { vers: pageDuDroit(demande.id, '#copie'), journal: auJournal(demande.id, { exportId: id, dossiers }) }
}
