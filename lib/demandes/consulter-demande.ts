import { signalerPresence } from '@/lib/file/presence'
import { journaliser } from '@/lib/journal/ecrire'
import { type Acteur, coteDe, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'

type Lue = {
  id: string
  caisseId: string
  structureId: string
  agentId: string | null
  auteurId: string
  nonLusCaisse: number
  nonLusPartenaire: number
  limiteeLe: Date | null
}

/**
 * Records that an acteur opened a demande: a receipt, a row of the journal, and the unread counter of its side put back to zero
 * when the reader is the one who follows it or who stands in for it, or when nobody does: a colleague's look must not hide a message from its addressee.
 */
export function consulterDemande(
  acteur: Acteur,
  demande: Lue,
  adresse: string,
  maintenant = new Date(),
): Promise<void> {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const cote = coteDe(acteur)
    const { id: demandeId, caisseId, structureId } = demande
    const responsable = cote === 'caisse' ? demande.agentId : demande.auteurId
    const nonLus = cote === 'caisse' ? demande.nonLusCaisse : demande.nonLusPartenaire
    const destinataire =
      responsable === null || responsable === acteur.compteId || acteur.remplace.includes(responsable)
    // None waits for another: they leave together. A limited demande takes nothing, but the journal.
    if (!demande.limiteeLe)
      await Promise.all([
        tx.$executeRaw`INSERT INTO lecture ("demandeId", "compteId", "caisseId", "structureId", cote, "vueLe")
        VALUES (${demandeId}::uuid, ${acteur.compteId}::uuid, ${caisseId}::uuid, ${structureId}::uuid, ${cote}, ${maintenant})
        ON CONFLICT ("demandeId", "compteId") DO UPDATE SET "vueLe" = excluded."vueLe"`,
        cote === 'caisse' && signalerPresence(tx, acteur, { demandeId, maintenant }),
        nonLus > 0 &&
          destinataire &&
          tx.demande.updateMany({
            where: { id: demandeId },
            data: cote === 'caisse' ? { nonLusCaisse: 0 } : { nonLusPartenaire: 0 },
          }),
      ])
    await journaliser(tx, {
      action: 'demande.consultee',
      acteur,
      adresse,
      objetType: 'demande',
      objetId: demandeId,
      caisseId,
    })
  })
}
