import type { z } from 'zod'
import { inscrireEvenement } from '@/lib/demandes/evenements'
import type { procedureSchema } from '@/lib/demandes/schema-corrections'
import { verrouillerDemande } from '@/lib/demandes/transition'
import type { Contexte, Suite } from '@/lib/socle/action'

/**
 * «Procédure ordinaire possible»: the agent finds that the person could have gone the usual way. For the balance of the partnership;
 * it changes nothing of the demande, and the partenaire does not see it. Said and unsaid at any time, closed or not.
 */
export async function noterProcedure(contexte: Contexte, saisie: z.output<typeof procedureSchema>): Promise<Suite> {
  const demande = await verrouillerDemande(contexte, saisie.id)
  const possible = saisie.possible === 'oui'
  if (demande.procedureOrdinaire !== possible) {
    await contexte.tx.demande.update({
      where: { id: demande.id },
      data: { procedureOrdinaire: possible },
      select: { id: true },
    })
    const details = { possible, ...(possible && saisie.raison && { raison: saisie.raison }) }
    await inscrireEvenement(contexte, demande, 'procedure_ordinaire', details, false)
  }
  return { vers: `/caisse/demandes/${demande.reference}`, journal: { objetType: 'demande', objetId: demande.id } }
}
