import type { z } from 'zod'
import { envoyerMessage } from '@/lib/demandes/envoyer-message'
import { verrouillerDemande } from '@/lib/demandes/transition'
import { exigerPossible, rendezVousDe } from '@/lib/rendez-vous/lire'
import type { autreDemandeSchema } from '@/lib/rendez-vous/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** «Aucun ne convient»: asks for other slots, in a message of the demande. What is fixed stays so, and what is offered can still be chosen. */
export async function demanderAutre(contexte: Contexte, saisie: z.output<typeof autreDemandeSchema>): Promise<Suite> {
  const demande = await verrouillerDemande(contexte, saisie.id)
  const rendezVous = await rendezVousDe(contexte.tx, demande.id)
  exigerPossible(contexte, 'demander_autre', demande, rendezVous)
  if (!rendezVous) throw new ErreurMetier('introuvable')
  await contexte.tx.rendezVous.update({
    where: { id: rendezVous.id },
    data: { autreDemandeLe: contexte.maintenant, version: { increment: 1 } },
    select: { id: true },
  })
  const { journal } = await envoyerMessage(contexte, {
    id: demande.id,
    version: demande.version,
    texte: saisie.autre,
    texte__sante: saisie.autre__sante,
    nature: 'reponse',
  })
  return { vers: `/demandes/${demande.reference}#rendez-vous`, journal }
}
