import { partenaireConnu, verrouillerSiret } from '@/lib/partenaires/fiche'
import { ouvrirBrouillon } from '@/lib/partenaires/ouvrir-brouillon'
import type { SaisieCreation } from '@/lib/partenaires/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** A partenaire nobody knew: its record, its one structure, and the draft of the convention of this caisse. */
export async function creerPartenaire(contexte: Contexte, { id, ...identite }: SaisieCreation): Promise<Suite> {
  const { tx, maintenant } = contexte
  await verrouillerSiret(tx, identite.siret)
  const connu = await partenaireConnu(tx, identite.siret)
  const suite: Suite = { vers: `/caisse/partenaires/${id}`, journal: { objetType: 'partenaire', objetId: id } }
  // The same form sent twice.
  if (connu?.id === id) return suite
  if (connu)
    throw new ErreurMetier(
      'etat_change',
      `Ce SIRET est déjà celui de ${connu.nom} (${connu.ville}) dans le portail. Revenez à l’étape du SIRET\u00A0: la fiche existante sera reprise, rien n’est à ressaisir.`,
    )
  await tx.partenaire.createMany({ data: [{ id, ...identite, creeLe: maintenant }] })
  await ouvrirBrouillon(contexte, id)
  await tx.structure.createMany({
    data: [{ partenaireId: id, nom: identite.nom, nombreMembres: identite.nombreMembres }],
  })
  return suite
}
