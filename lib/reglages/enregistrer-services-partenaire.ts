import type { z } from 'zod'
import { comparer } from '@/lib/reglages/comparer'
import { prendreVersion } from '@/lib/reglages/enregistrer-reglages'
import {
  appliquer,
  lignesDuPartenaire,
  lireServicesDuPartenaire,
  type servicesPartenaireSchema,
} from '@/lib/reglages/services-partenaire'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Closes or opens services and motifs for one partenaire, on top of what the caisse offers to all. */
export async function enregistrerServicesPartenaire(
  { tx, acteur }: Contexte,
  { partenaireId, version, ...tapes }: z.output<typeof servicesPartenaireSchema>,
): Promise<Suite> {
  const caisseId = acteur.caisse?.id ?? ''
  const { offerts } = await lireServicesDuPartenaire(tx, caisseId, partenaireId)
  const { apres, erreurs } = appliquer(offerts, tapes)
  if (erreurs) throw new ErreurMetier('saisie', undefined, erreurs)
  await prendreVersion(tx, caisseId, version)
  const qui = { caisseId, partenaireId }
  // What the caisse offers to nobody keeps the choice made before: only what was shown is written again.
  await tx.servicePartenaire.deleteMany({ where: { ...qui, service: { in: apres.map(({ service }) => service) } } })
  await tx.servicePartenaire.createMany({
    data: apres.filter(({ ouvert }) => !ouvert).map(({ service }) => ({ ...qui, service, actif: false })),
  })
  const motifs = apres.flatMap((service) => service.motifs)
  await tx.motifPartenaire.deleteMany({ where: { ...qui, motifId: { in: motifs.map(({ id }) => id) } } })
  await tx.motifPartenaire.createMany({
    data: motifs.filter(({ ouvert }) => !ouvert).map(({ id }) => ({ ...qui, motifId: id, actif: false })),
  })
  const changements = comparer(lignesDuPartenaire(offerts), lignesDuPartenaire(apres))
  return {
    vers: `/caisse/partenaires/${partenaireId}/services?enregistre=oui`,
    journal: {
      objetType: 'partenaire',
      objetId: partenaireId,
      details: Object.fromEntries(changements.map(({ cle, apres }) => [cle, apres])),
    },
  }
}
