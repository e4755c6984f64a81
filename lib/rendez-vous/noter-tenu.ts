import type { z } from 'zod'
import { appliquerTransition, verrouillerDemande } from '@/lib/demandes/transition'
import { quand } from '@/lib/rendez-vous/libelles'
import { exigerPossible, rendezVousDe } from '@/lib/rendez-vous/lire'
import type { tenuSchema } from '@/lib/rendez-vous/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Honoured or missed, once its hour has come; one is corrected by the other. Closing the demande comes after, as for any other. */
export async function noterTenu(contexte: Contexte, saisie: z.output<typeof tenuSchema>): Promise<Suite> {
  const { tx } = contexte
  const demande = await verrouillerDemande(contexte, saisie.id)
  const rendezVous = await rendezVousDe(tx, demande.id)
  const vers = saisie.retour ?? `/caisse/demandes/${demande.reference}#rendez-vous`
  const journal = { objetType: 'demande', objetId: demande.id, details: { etat: saisie.etat } }
  if (rendezVous?.etat === saisie.etat) return { vers, journal }
  exigerPossible(contexte, saisie.etat === 'honore' ? 'honorer' : 'manquer', demande, rendezVous)
  if (!rendezVous?.debutLe || !rendezVous.finLe) throw new ErreurMetier('introuvable')
  await tx.rendezVous.update({
    where: { id: rendezVous.id },
    data: { etat: saisie.etat, version: { increment: 1 } },
    select: { id: true },
  })
  const { debutLe, finLe } = rendezVous
  const type = saisie.etat === 'honore' ? 'rendez_vous_honore' : 'rendez_vous_manque'
  await appliquerTransition(contexte, demande, type, {}, { quand: quand({ debutLe, finLe }) })
  return { vers, journal }
}
