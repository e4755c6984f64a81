import { messagerieGrandPublic } from '@/lib/habilitations/regles'
import { nomComplet } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** A professional address, that no living account of the caisse (or of the administration) already has: roles combine in one account. */
export async function exigerCourrielLibre(
  tx: Transaction,
  { profil, caisseId, courriel, sauf }: { profil: string; caisseId: string | null; courriel: string; sauf?: string },
): Promise<void> {
  const refuser = (message: string) => new ErreurMetier('saisie', undefined, { courriel: message })
  const grandPublic = messagerieGrandPublic(courriel.split('@')[1] ?? '')
  if (grandPublic)
    throw refuser(
      `«\u00A0${grandPublic}\u00A0» est une messagerie grand public. Indiquez l’adresse professionnelle de la personne.`,
    )
  const deja = await tx.compte.findFirst({
    where: {
      profil,
      caisseId,
      courriel,
      supprimeLe: null,
      etat: { not: 'inactif' },
      ...(sauf ? { id: { not: sauf } } : {}),
    },
    select: { prenom: true, nom: true, identifiant: true },
  })
  if (!deja) return
  const suite = profil === 'caisse' ? ' Ajoutez-lui un rôle plutôt qu’un second compte.' : ''
  throw refuser(`${nomComplet(deja)} a déjà un compte avec cette adresse (${deja.identifiant}).${suite}`)
}
