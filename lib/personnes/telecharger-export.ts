import { inscrireActe } from '@/lib/personnes/acte'
import { exigerPret } from '@/lib/pieces-jointes/fichier-prepare'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { estId } from '@/lib/socle/identifiants'

/** An archive that is ready, with its wrapped key; its download stands in the history of the request. */
export function archiveALire(acteur: Acteur, id: string, maintenant: Date) {
  if (!estId(id)) throw new ErreurMetier('introuvable')
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const lue = await tx.exportPersonne.findUnique({ where: { id }, include: { demandePersonne: true } })
    exigerPret(lue, maintenant, 'Cette copie a expiré. Demandez-en une autre sur la page de la demande.')
    const { cleEnveloppee, cleVersion, demandePersonne } = lue
    await inscrireActe({ tx, acteur, maintenant }, demandePersonne, 'export_telecharge')
    return {
      archive: { id, cleEnveloppee, cleVersion },
      reference: demandePersonne.reference,
      demandePersonneId: demandePersonne.id,
    }
  })
}
