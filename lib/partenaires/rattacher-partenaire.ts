import { partenaireConnu, verrouillerSiret } from '@/lib/partenaires/fiche'
import { ouvrirBrouillon } from '@/lib/partenaires/ouvrir-brouillon'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** A partenaire that another caisse already knows: its record is taken as it is, and this caisse opens its own convention. */
export async function rattacherPartenaire(contexte: Contexte, { siret }: { siret: string }): Promise<Suite> {
  const { tx, acteur } = contexte
  await verrouillerSiret(tx, siret)
  const connu = await partenaireConnu(tx, siret)
  if (!connu) throw new ErreurMetier('etat_change', 'Ce SIRET n’est plus dans le portail. Revenez à l’étape du SIRET.')
  const deja = await tx.conventionCaisse.count({ where: { partenaireId: connu.id, caisseId: acteur.caisse?.id } })
  if (deja === 0) await ouvrirBrouillon(contexte, connu.id)
  return {
    vers: `/caisse/partenaires/${connu.id}`,
    journal: { objetType: 'partenaire', objetId: connu.id, details: { rattache: deja === 0 } },
  }
}
