import type { DemandeVerrouillee } from '@/lib/demandes/transition'
import type { Contexte } from '@/lib/socle/action'

/** What a reply of the caisse may carry beside its text. */
type Saisie = { modele?: string; ensuite?: 'oui'; suivante?: string; vue?: string }

/** Counts the use of the template, and remembers whether the agent goes from one demande to the next. */
export async function conclure(
  { tx, acteur }: Contexte,
  { caisseId }: DemandeVerrouillee,
  { modele, ensuite, vue }: Saisie,
): Promise<void> {
  if (modele)
    await tx.modeleReponse.updateMany({
      where: { id: modele, caisseId, actif: true },
      data: { usages: { increment: 1 } },
    })
  // Asked only where there is a view to go on with.
  if (!vue) return
  const enchainer = ensuite === 'oui'
  await tx.$executeRaw`UPDATE compte SET preferences = preferences || jsonb_build_object('enchainer', ${enchainer}::boolean)
    WHERE id = ${acteur.compteId}::uuid AND coalesce(preferences->>'enchainer', 'false') <> ${String(enchainer)}`
}

/** Where a reply of the caisse leads: the next demande of the view, the view when it was the last, or the demande itself. */
export function suiteDe(
  { reference }: { reference: string },
  { ensuite, suivante, vue = '' }: Saisie,
  ancre = '',
): string {
  if (ensuite !== 'oui') return `/caisse/demandes/${reference}${vue}${ancre}`
  return suivante ? `/caisse/demandes/${suivante}${vue}` : `/caisse/file${vue}`
}
