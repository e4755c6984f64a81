import type { z } from 'zod'
import { inscrireEvenement } from '@/lib/conventions/evenements'
import { changerPart, exigerActe, verrouillerPart } from '@/lib/conventions/part'
import type { habilitationSchema } from '@/lib/conventions/schema'
import type { Contexte, Suite } from '@/lib/socle/action'

/** Says whether the caisse may hand documents to this partenaire in the portal (règles du domaine, §4). Undone the same way. */
export async function habiliterDocuments(
  contexte: Contexte,
  { id, version, habilite }: z.output<typeof habilitationSchema>,
): Promise<Suite> {
  const lue = await verrouillerPart(contexte, id)
  exigerActe(lue, 'habilitation', version)
  const habiliteDocuments = habilite === 'oui'
  if (habiliteDocuments !== lue.part.habiliteDocuments) {
    await changerPart(contexte, lue, { habiliteDocuments })
    await inscrireEvenement(contexte, lue.part, 'habilitation', { details: { habilite: habiliteDocuments } })
  }
  return {
    vers: `/caisse/conventions/${id}`,
    journal: { objetType: 'convention', objetId: id, details: { habiliteDocuments } },
  }
}
