import { invitationDe } from '@/lib/habilitations/invitation'
import type { Transaction } from '@/lib/socle/base'
import type { Prisma } from '@/lib/socle/prisma/client'

export const colonnesCompte = {
  id: true,
  identifiant: true,
  profil: true,
  civilite: true,
  nom: true,
  prenom: true,
  fonction: true,
  telephone: true,
  courriel: true,
  structureId: true,
  etat: true,
  creeLe: true,
  activeLe: true,
  connecteLe: true,
  inactiveLe: true,
  motifInactivation: true,
  inactivationPrevueLe: true,
  version: true,
} satisfies Prisma.CompteSelect

/** Where the invitation of each account that is not active yet stands. */
export async function invitations(tx: Transaction, comptes: { id: string; etat: string }[], maintenant: Date) {
  const attendus = comptes.filter(({ etat }) => etat === 'attente_activation').map(({ id }) => id)
  const courriels = await tx.courriel.findMany({
    where: { modele: 'activation', compteId: { in: attendus } },
    orderBy: { creeLe: 'desc' },
    select: { compteId: true, destinataire: true, etat: true, erreur: true, creeLe: true, envoyeLe: true },
  })
  return (id: string) =>
    attendus.includes(id)
      ? invitationDe(
          courriels.find(({ compteId }) => compteId === id),
          maintenant,
        )
      : null
}
