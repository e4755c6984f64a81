import type { z } from 'zod'
import { auJournal, lireCopil, pageDe, refuserSiChange } from '@/lib/copil/lire-copil'
import { prevenirReferentDuCommentaire } from '@/lib/copil/prevenir'
import type { commenterSchema } from '@/lib/copil/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Each side comments the bilan until the meeting is held; what it has written is read by the other at once. */
export async function commenterCopil(
  contexte: Contexte,
  { id, lu, commentaire, remplacerCommentaire }: z.output<typeof commenterSchema>,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const copil = await lireCopil(contexte, id)
  const deLaCaisse = acteur.caisse !== null
  if (copil.etat !== 'preparation')
    throw new ErreurMetier('saisie', undefined, {
      commentaire: `Ce COPIL est ${copil.etat === 'tenu' ? 'tenu' : 'annulé'} : les commentaires ne changent plus. ${deLaCaisse ? 'Rouvrez-le pour les modifier.' : 'Écrivez à la caisse, qui peut le rouvrir.'}`,
    })
  const [texte, le] = deLaCaisse
    ? [copil.commentaireCaisse, copil.commentaireCaisseLe]
    : [copil.commentairePartenaire, copil.commentairePartenaireLe]
  refuserSiChange(
    (le?.toISOString() ?? '') !== lu && texte !== commentaire,
    'remplacerCommentaire',
    texte
      ? `Quelqu’un vient d’enregistrer un autre texte : « ${texte} ». Le vôtre est gardé ci-dessous.`
      : 'Quelqu’un vient d’effacer le commentaire. Le vôtre est gardé ci-dessous.',
    remplacerCommentaire,
  )
  if (texte !== commentaire) {
    await tx.copil.updateMany({
      where: { id },
      data: deLaCaisse
        ? { commentaireCaisse: commentaire, commentaireCaisseLe: maintenant, commentaireCaisseParId: acteur.compteId }
        : {
            commentairePartenaire: commentaire,
            commentairePartenaireLe: maintenant,
            commentairePartenaireParId: acteur.compteId,
          },
    })
    if (!deLaCaisse && commentaire) await prevenirReferentDuCommentaire(contexte, copil)
  }
  return { vers: pageDe(contexte, copil, 'commente'), journal: auJournal(copil) }
}
