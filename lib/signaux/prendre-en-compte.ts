import { adresseDuJournal } from '@/lib/journal/adresses'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Someone looked at a signal, and says what came of it. It is not raised again for what goes on meanwhile. */
export async function prendreEnCompte(
  { tx, acteur, maintenant }: Contexte,
  { id, note }: { id: string; note: string },
): Promise<Suite> {
  const signal = await tx.signal.findUnique({ where: { id }, select: { type: true, vuLe: true, caisseId: true } })
  if (!signal) throw new ErreurMetier('introuvable')
  if (signal.vuLe) throw new ErreurMetier('etat_change', 'Ce signal est déjà pris en compte : rechargez la page.')
  await tx.signal.updateMany({
    where: { id, vuLe: null },
    data: { vuLe: maintenant, vuParId: acteur.compteId, note },
  })
  return {
    vers: `${adresseDuJournal(acteur)}/signaux?fait=note`,
    journal: { objetType: 'signal', objetId: id, caisseId: signal.caisseId, details: { type: signal.type } },
  }
}
