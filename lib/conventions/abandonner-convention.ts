import { exigerActe, verrouillerPart } from '@/lib/conventions/part'
import { prevenirCaisses } from '@/lib/conventions/prevenir'
import type { Contexte, Suite } from '@/lib/socle/action'

/** The caisse gives up its draft; the last one takes the text away with it. The journal keeps that it existed. */
export async function abandonnerConvention(
  contexte: Contexte,
  { id, version }: { id: string; version: number },
): Promise<Suite> {
  const { tx } = contexte
  const lue = await verrouillerPart(contexte, id)
  exigerActe(lue, 'abandonner', version)
  const { convention, part } = lue
  const autres = convention.caisses.filter(({ caisseId }) => caisseId !== part.caisseId)
  await prevenirCaisses(
    contexte,
    convention,
    autres.map(({ caisseId }) => caisseId),
    'convention_abandonnee',
  )
  await tx.conventionCaisse.deleteMany({ where: { id: part.id } })
  return {
    vers: '/caisse/conventions',
    journal: { objetType: 'convention', objetId: id, details: { partenaire: convention.partenaireId } },
  }
}
