import type { z } from 'zod'
import { appliquerTransition, verrouillerDemande } from '@/lib/demandes/transition'
import { quand } from '@/lib/rendez-vous/libelles'
import { exigerPossible, rendezVousDe } from '@/lib/rendez-vous/lire'
import { prevenirAgenda } from '@/lib/rendez-vous/prevenir-agendas'
import type { annulerRendezVousSchema } from '@/lib/rendez-vous/schema'
import { coteDe } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Either side cancels, and says why: the slot is free again, and leaves both calendars. The reason is read in the portal only. */
export async function annulerRendezVous(
  contexte: Contexte,
  saisie: z.output<typeof annulerRendezVousSchema>,
): Promise<Suite> {
  const { tx, acteur } = contexte
  const cote = coteDe(acteur)
  const demande = await verrouillerDemande(contexte, saisie.id)
  const rendezVous = await rendezVousDe(tx, demande.id)
  exigerPossible(contexte, 'annuler', demande, rendezVous)
  if (!rendezVous) throw new ErreurMetier('introuvable')
  const { id, debutLe, finLe, etat } = rendezVous
  const sequence = rendezVous.sequence + 1
  await tx.rendezVous.update({
    where: { id },
    data: { etat: 'annule', annulePar: cote, raison: saisie.raison, sequence, version: { increment: 1 } },
    select: { id: true },
  })
  const details = debutLe && finLe ? { quand: quand({ debutLe, finLe }) } : {}
  await appliquerTransition(contexte, demande, 'rendez_vous_annule', {}, { ...details, raison: saisie.raison })
  // Slots that were only offered are in no calendar.
  if (etat === 'fixe') await prevenirAgenda(contexte, demande, { ...rendezVous, sequence }, 'annule')
  const racine = cote === 'caisse' ? '/caisse/demandes' : '/demandes'
  return {
    vers: `${racine}/${demande.reference}#rendez-vous`,
    journal: { objetType: 'demande', objetId: demande.id },
  }
}
