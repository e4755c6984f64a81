import { randomUUID } from 'node:crypto'
import type { SaisieBrouillonCgu } from '@/lib/cgu/schema'
import { versionModifiable } from '@/lib/cgu/versions'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Writes the draft of the next version: there is one at a time, so that nobody publishes over a colleague. */
export async function redigerVersion(contexte: Contexte, saisie: SaisieBrouillonCgu): Promise<Suite> {
  const id = saisie.id ? await reprendre(contexte, saisie, saisie.id) : await commencer(contexte, saisie)
  return { vers: `/administration/cgu/${id}?fait=enregistree`, journal: { objetType: 'version_cgu', objetId: id } }
}

async function commencer({ tx, maintenant }: Contexte, { texte, resume }: SaisieBrouillonCgu): Promise<string> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('versions des cgu'))::text`
  const versions = await tx.versionCgu.findMany({ select: { numero: true, publieeLe: true } })
  const preparee = versions.find(({ publieeLe }) => !publieeLe || publieeLe > maintenant)
  if (preparee)
    throw new ErreurMetier(
      'etat_change',
      `La version ${preparee.numero} est déjà en préparation\u00A0: reprenez-la, ou supprimez-la.`,
    )
  const id = randomUUID()
  const numero = Math.max(0, ...versions.map((version) => version.numero)) + 1
  await tx.versionCgu.createMany({ data: [{ id, numero, texte, resume, creeeLe: maintenant }] })
  return id
}

async function reprendre(
  contexte: Contexte,
  { texte, resume, version }: SaisieBrouillonCgu,
  id: string,
): Promise<string> {
  await versionModifiable(contexte, id)
  const { count } = await contexte.tx.versionCgu.updateMany({
    where: { id, version },
    data: { texte, resume, version: { increment: 1 } },
  })
  if (count === 0)
    throw new ErreurMetier(
      'etat_change',
      'Un collègue a modifié ce texte entre-temps. Relisez-le avant de recommencer.',
    )
  return id
}
