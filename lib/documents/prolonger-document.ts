import { estExpire, estRemis, peutRemettre } from '@/lib/documents/regles'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { ajouterJours, dateAParis, debutDuJour } from '@/lib/socle/temps'

/** Gives a delivered document as many days from today as a new one. Past its last day it is erased: it is delivered again. */
export async function prolongerDocument({ tx, maintenant }: Contexte, { id }: { id: string }): Promise<Suite> {
  const piece = await tx.pieceJointe.findUnique({ where: { id }, include: { demande: true } })
  const { demande } = piece ?? {}
  if (!piece || !demande || !estRemis(piece) || piece.enPreparation) throw new ErreurMetier('introuvable')
  if (estExpire(piece, maintenant))
    throw new ErreurMetier(
      'etat_change',
      'Ce document a expiré : il est effacé. Pour le remettre, ajoutez-le de nouveau.',
    )
  const jour = dateAParis(maintenant)
  const { caisseId, partenaireId } = demande
  const conventions = await tx.conventionCaisse.findMany({ where: { caisseId, partenaireId } })
  if (!conventions.some((convention) => peutRemettre(convention, jour)))
    throw new ErreurMetier(
      'etat_change',
      'Ce partenaire n’est plus habilité à recevoir des documents dans le portail : ce document lui est fermé.',
    )
  const reglages = await tx.reglagesCaisse.findUniqueOrThrow({ where: { caisseId } })
  const expireLe = debutDuJour(ajouterJours(jour, reglages.documentDisponibleJours + 1))
  // Twice the same day changes nothing; a shorter setting takes nothing back.
  if (piece.expireLe && piece.expireLe < expireLe)
    await tx.pieceJointe.updateMany({ where: { id }, data: { expireLe } })
  return {
    vers: `/caisse/demandes/${demande.reference}#documents`,
    journal: { objetType: 'piece', objetId: id },
  }
}
