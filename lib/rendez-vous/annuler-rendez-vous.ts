import type { z } from 'zod'
import { inscrireEvenement } from '@/lib/demandes/evenements'
import { appliquerTransition, type DemandeVerrouillee, verrouillerDemande } from '@/lib/demandes/transition'
import { quand } from '@/lib/rendez-vous/libelles'
import { exigerPossible, type RendezVousLu, rendezVousDe } from '@/lib/rendez-vous/lire'
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
  const { debutLe, finLe } = rendezVous
  const details = debutLe && finLe ? { quand: quand({ debutLe, finLe }) } : {}
  await appliquerTransition(contexte, demande, 'rendez_vous_annule', {}, { ...details, raison: saisie.raison })
  await liberer(contexte, demande, rendezVous, saisie.raison)
  const racine = cote === 'caisse' ? '/caisse/demandes' : '/demandes'
  return {
    vers: `${racine}/${demande.reference}#rendez-vous`,
    journal: { objetType: 'demande', objetId: demande.id },
  }
}

/** The slot is free again, and both calendars lose what was fixed. Slots that were only offered are in no calendar. */
async function liberer(
  contexte: Contexte,
  demande: DemandeVerrouillee,
  rendezVous: RendezVousLu,
  raison: string,
): Promise<void> {
  const sequence = rendezVous.sequence + 1
  await contexte.tx.rendezVous.update({
    where: { id: rendezVous.id },
    data: { etat: 'annule', annulePar: coteDe(contexte.acteur), raison, sequence, version: { increment: 1 } },
    select: { id: true },
  })
  if (rendezVous.etat === 'fixe') await prevenirAgenda(contexte, demande, { ...rendezVous, sequence }, 'annule')
}

/**
 * A demande is being closed: what is fixed and still to come is kept or cancelled by who closes it, and never left unsaid: an
 * outcome that says it is fixed keeps it. Its row
 * of history goes with the closing, which alone counts as a change: withdrawing the answer opens the demande again, and leaves
 * the rendez-vous cancelled.
 */
export async function trancherRendezVous(
  contexte: Contexte,
  demande: DemandeVerrouillee,
  { issue, rendezVous: choix }: { issue: string; rendezVous?: 'garder' | 'annuler' },
): Promise<void> {
  const rendezVous = await rendezVousDe(contexte.tx, demande.id)
  const { etat, debutLe, finLe } = rendezVous ?? {}
  if (!rendezVous || etat !== 'fixe' || !debutLe || !finLe || debutLe <= contexte.maintenant) return
  const tenu = issue === 'rendez_vous_fixe'
  if (choix === 'annuler' && tenu)
    throw new ErreurMetier('saisie', undefined, {
      issue: 'Vous annulez le rendez-vous\u00A0: choisissez un autre résultat',
    })
  if (!choix && !tenu)
    throw new ErreurMetier('saisie', undefined, {
      rendezVous: `Un rendez-vous est fixé, ${quand({ debutLe, finLe })}\u00A0: dites sur la demande s’il est gardé ou annulé`,
    })
  if (choix !== 'annuler') return
  const raison = 'La caisse a répondu et clos la demande.'
  await inscrireEvenement(contexte, demande, 'rendez_vous_annule', { quand: quand({ debutLe, finLe }), raison })
  await liberer(contexte, demande, rendezVous, raison)
}
