import { coteDe } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Takes a file out of a message that is not sent yet. Its content goes in the night, with that of all files no row knows. */
export async function retirerFichier({ tx, acteur }: Contexte, { id }: { id: string }): Promise<Suite> {
  const piece = await tx.pieceJointe.findFirst({
    where: { id, enPreparation: true, deposeeParId: acteur.compteId },
    select: { demande: { select: { reference: true } } },
  })
  if (!piece?.demande) throw new ErreurMetier('introuvable')
  await tx.pieceJointe.deleteMany({ where: { id, enPreparation: true, deposeeParId: acteur.compteId } })
  const racine = coteDe(acteur) === 'caisse' ? '/caisse/demandes' : '/demandes'
  return { vers: `${racine}/${piece.demande.reference}`, journal: { objetType: 'piece', objetId: id } }
}
