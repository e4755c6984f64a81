import { exigerIdentiteLibre } from '@/lib/caisses/identite-libre'
import type { SaisieCaisseModifiee } from '@/lib/caisses/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Identity of a caisse. The calendar counts for delays that start from now on: those already given are kept with what they time. */
export async function modifierCaisse(
  { tx }: Contexte,
  { id, version, ...identite }: SaisieCaisseModifiee,
): Promise<Suite> {
  const avant = await tx.caisse.findUnique({ where: { id } })
  if (!avant) throw new ErreurMetier('introuvable')
  await exigerIdentiteLibre(tx, { id, ...identite })
  const { count } = await tx.caisse.updateMany({
    where: { id, version },
    data: { ...identite, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('etat_change')
  const champs = Object.entries(identite).filter(
    ([nom, valeur]) => String(avant[nom as keyof typeof identite]) !== String(valeur),
  )
  return {
    vers: `/administration/caisses/${id}?fait=modifiee`,
    journal: {
      objetType: 'caisse',
      objetId: id,
      caisseId: id,
      details: { champs: champs.map(([nom]) => nom).join(',') },
    },
  }
}
