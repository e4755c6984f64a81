import { type CompteGere, compteAGerer } from '@/lib/habilitations/acces'
import { autresGestionnaires, dernierGestionnaire, fermerCompte } from '@/lib/habilitations/fermer-compte'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

/**
 * Inactivates an account now: a technicien by any gestionnaire of its structure or by a référent, a gestionnaire by a référent,
 * unless it is the last active one of the structure. Journal: «compte.inactive», by the caller.
 */
export async function inactiverCompte(
  contexte: Contexte,
  { compteId, motif }: { compteId: string; motif: string },
): Promise<CompteGere> {
  const compte = await compteAGerer(contexte, compteId)
  exigerOuvert(compte)
  await exigerSuccesseur(contexte, compte)
  const { tx, maintenant } = contexte
  if (!(await fermerCompte(tx, compte, { motif, maintenant }))) throw new ErreurMetier('introuvable')
  return compte
}

/** Writes the day an account will be inactivated, which the night applies. The same rules, checked again that day. */
export async function programmerInactivation(
  contexte: Contexte,
  { compteId, le, motif }: { compteId: string; le: DateIso; motif: string },
): Promise<CompteGere> {
  const { tx, maintenant } = contexte
  const compte = await compteAGerer(contexte, compteId)
  exigerOuvert(compte)
  if (le <= dateAParis(maintenant)) {
    throw new ErreurMetier('saisie', undefined, {
      le: 'Choisissez un jour à venir, ou inactivez le compte tout de suite',
    })
  }
  await exigerSuccesseur(contexte, compte)
  const { count } = await tx.compte.updateMany({
    where: { id: compteId, etat: { not: 'inactif' } },
    data: { inactivationPrevueLe: new Date(le), motifInactivation: motif, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('introuvable')
  return compte
}

function exigerOuvert({ etat }: CompteGere): void {
  if (etat === 'inactif') throw new ErreurMetier('etat_change', 'Ce compte est déjà inactivé.')
}

async function exigerSuccesseur({ tx }: Contexte, compte: CompteGere): Promise<void> {
  // One that never signed in leaves nobody behind.
  if (compte.profil !== 'gestionnaire' || compte.etat !== 'actif') return
  if ((await autresGestionnaires(tx, compte)).length === 0) throw dernierGestionnaire()
}
