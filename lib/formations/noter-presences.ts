import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { prevenirDeLaFormation } from '@/lib/formations/prevenir'
import type { presencesSchema } from '@/lib/formations/schema'
import { tenirSaFormation } from '@/lib/formations/tenir'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/**
 * Says who was there, among those registered; may be corrected. Each person present gets its certificate, and counts once in the
 * figures of the caisse, under a random name that its registration alone links to it.
 */
export async function noterPresences(
  contexte: Contexte,
  { id, presents }: z.output<typeof presencesSchema>,
): Promise<Suite> {
  const { tx, maintenant } = contexte
  const formation = await tenirSaFormation(contexte, id)
  if (formation.etat === 'annulee' || formation.etat === 'brouillon')
    throw new ErreurMetier('etat_change', 'Cette session n’a pas eu lieu : il n’y a pas de présence à noter.')
  if (formation.debutLe > maintenant)
    throw new ErreurMetier(
      'etat_change',
      'Cette session n’a pas commencé : les présences se notent à partir de son heure.',
    )
  const inscriptions = await tx.inscriptionFormation.findMany({
    where: { formationId: id, etat: 'inscrite' },
    orderBy: { id: 'asc' },
  })
  if (presents.some((present) => !inscriptions.some((inscription) => inscription.id === present)))
    throw new ErreurMetier(
      'etat_change',
      'La liste des inscrits a changé. Rechargez la page avant de noter les présences.',
    )
  const cles = await clesConnues(contexte, inscriptions)
  const nouvelles = []
  for (const inscription of inscriptions) {
    const presente = presents.includes(inscription.id)
    if (inscription.presente === presente) continue
    await tx.inscriptionFormation.update({
      where: { id: inscription.id },
      data: { presente, cle: presente ? (cles.get(inscription.compteId) ?? randomUUID()) : null },
      select: { id: true },
    })
    if (presente) nouvelles.push(inscription.compteId)
  }
  await tx.formation.updateMany({
    where: { id, caisseId: formation.caisseId },
    data: { etat: 'terminee', termineeLe: formation.termineeLe ?? maintenant, version: { increment: 1 } },
  })
  const comptes = await tx.compte.findMany({
    where: { id: { in: nouvelles }, etat: 'actif' },
    select: { id: true, prenom: true, courriel: true },
    orderBy: { id: 'asc' },
  })
  const lecteurs = comptes.map(({ id: compteId, ...compte }) => ({ compteId, ...compte }))
  await prevenirDeLaFormation(tx, formation, 'formation_attestation', lecteurs, { maintenant })
  return {
    vers: `/caisse/formations/${id}?fait=presences`,
    journal: {
      objetType: 'formation',
      objetId: id,
      caisseId: formation.caisseId,
      details: { presents: presents.length, absents: inscriptions.length - presents.length },
    },
  }
}

/** The random name a person already has at this caisse: a second session does not make it a second person. */
async function clesConnues(
  { tx, acteur }: Contexte,
  inscriptions: readonly { compteId: string; caisseId: string }[],
): Promise<Map<string, string>> {
  // Two sessions noted at the same moment: a person new to both gets one name.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`presences ${acteur.caisse?.id}`}))::text`
  const lues = await tx.inscriptionFormation.findMany({
    where: {
      compteId: { in: inscriptions.map(({ compteId }) => compteId) },
      caisseId: inscriptions[0]?.caisseId,
      cle: { not: null },
    },
    select: { compteId: true, cle: true },
  })
  return new Map(lues.flatMap(({ compteId, cle }) => (cle ? [[compteId, cle] as const] : [])))
}
