import { estModeleActualite } from '@/lib/notifications/modeles/actualites'
import type { Transaction } from '@/lib/socle/base'
import type { Courriel } from '@/lib/socle/prisma/client'

/**
 * Those that must not leave any more: the message or the actualité they announce was withdrawn, or they say that the caisse deals with a demande
 * that was given back since (a bulk act undone).
 */
export async function perimes<C extends Pick<Courriel, 'porteSurId' | 'modele' | 'demandeId'>>(
  tx: Pick<Transaction, 'message' | 'demande' | 'actualite'>,
  courriels: C[],
): Promise<C[]> {
  const annonces = courriels.flatMap(({ porteSurId }) => porteSurId ?? [])
  const prises = courriels.flatMap(({ modele, demandeId }) =>
    modele === 'demande_prise_en_charge' && demandeId ? demandeId : [],
  )
  const actualites = courriels.some(({ modele }) => estModeleActualite(modele))
  const [retires, retirees, rendues] = [
    annonces.length > 0
      ? await tx.message.findMany({ where: { id: { in: annonces }, retireLe: { not: null } }, select: { id: true } })
      : [],
    actualites
      ? await tx.actualite.findMany({ where: { id: { in: annonces }, etat: 'retiree' }, select: { id: true } })
      : [],
    prises.length > 0
      ? await tx.demande.findMany({ where: { id: { in: prises }, etat: 'transmise' }, select: { id: true } })
      : [],
  ]
  const messages = new Set([...retires, ...retirees].map(({ id }) => id))
  const demandes = new Set(rendues.map(({ id }) => id))
  return courriels.filter(
    ({ porteSurId, modele, demandeId }) =>
      (porteSurId && messages.has(porteSurId)) ||
      (modele === 'demande_prise_en_charge' && demandeId && demandes.has(demandeId)),
  )
}
