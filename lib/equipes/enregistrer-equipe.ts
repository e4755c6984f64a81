import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { equipeSchema } from '@/lib/equipes/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Creates a team, or gives it another name and other members. Its demandes and its rules stay. */
export async function enregistrerEquipe(
  contexte: Contexte,
  { id: connu, version, nom, membres }: z.output<typeof equipeSchema>,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const caisseId = acteur.caisse?.id ?? ''
  await verrouillerRoutage(contexte)
  await exigerNomLibre(contexte, nom, connu)
  const agents = await exigerAgents(contexte, [...new Set(membres)])
  const id = connu || randomUUID()
  if (connu) {
    const { count } = await tx.equipe.updateMany({
      where: { id, caisseId, version, actif: true },
      data: { nom, version: { increment: 1 } },
    })
    if (count === 0) await refuserVersion(contexte, id)
    await tx.membreEquipe.deleteMany({ where: { equipeId: id } })
  } else await tx.equipe.createMany({ data: [{ id, caisseId, nom, creeeLe: maintenant }] })
  await tx.membreEquipe.createMany({ data: agents.map((compteId) => ({ equipeId: id, compteId, caisseId })) })
  return {
    vers: `/caisse/parametres/equipes?fait=${connu ? 'modifiee' : 'creee'}`,
    journal: { objetType: 'equipe', objetId: id, caisseId, details: { membres: agents.length } },
  }
}

/** Teams and rules of a caisse change one after the other: two référents do not write the same rule twice. */
export async function verrouillerRoutage({ tx, acteur }: Contexte): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`routage ${acteur.caisse?.id}`}))::text`
}

async function exigerNomLibre({ tx, acteur }: Contexte, nom: string, id: string): Promise<void> {
  const deja = await tx.equipe.findFirst({
    where: {
      caisseId: acteur.caisse?.id ?? '',
      actif: true,
      nom: { equals: nom, mode: 'insensitive' },
      ...(id && { id: { not: id } }),
    },
  })
  if (deja)
    throw new ErreurMetier('saisie', undefined, {
      nom: `L’équipe «\u00A0${deja.nom}\u00A0» existe déjà\u00A0: ajoutez-lui ses membres, ou donnez un autre nom à celle-ci`,
    })
}

async function exigerAgents({ tx, acteur }: Contexte, membres: string[]): Promise<string[]> {
  const agents = await tx.compte.findMany({
    where: { id: { in: membres }, caisseId: acteur.caisse?.id, etat: 'actif', roles: { has: 'agent' } },
    select: { id: true },
  })
  if (agents.length < membres.length)
    throw new ErreurMetier('saisie', undefined, {
      membres: 'Un des agents cochés n’est plus en activité. Rechargez la page pour voir ceux qui le sont',
    })
  return agents.map(({ id }) => id)
}

/** Tells a team of another caisse, which does not exist, from one that has changed in between. */
export async function refuserVersion({ tx, acteur }: Contexte, id: string): Promise<never> {
  const equipe = await tx.equipe.findFirst({ where: { id, caisseId: acteur.caisse?.id ?? '' } })
  if (!equipe) throw new ErreurMetier('introuvable')
  throw new ErreurMetier(
    'etat_change',
    equipe.actif
      ? 'Un autre référent vient de modifier cette équipe. Rechargez la page pour voir ce qu’elle est devenue, puis recommencez.'
      : `L’équipe «\u00A0${equipe.nom}\u00A0» vient d’être dissoute.`,
  )
}
