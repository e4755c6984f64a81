import { estVivante } from '@/lib/conventions/regles'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

/** A caisse habilite gestionnaires for partenaires it has signed a convention with, even before its day of effect. */
export async function exigerConventionSignee(contexte: Contexte, partenaireId: string): Promise<void> {
  const { tx, acteur, maintenant } = contexte
  const parts = await tx.conventionCaisse.findMany({
    where: { partenaireId, caisseId: acteur.caisse?.id },
    select: { etat: true, finLe: true },
  })
  if (parts.length === 0) throw new ErreurMetier('introuvable')
  const jour = dateAParis(maintenant)
  if (!parts.some(({ etat, finLe }) => estVivante({ etat, finLe: jourDe(finLe) }, jour)))
    throw new ErreurMetier(
      'etat_change',
      'Votre caisse n’a pas de convention signée avec ce partenaire. Enregistrez d’abord sa signature\u00A0: le gestionnaire pourra ensuite être habilité.',
    )
}
