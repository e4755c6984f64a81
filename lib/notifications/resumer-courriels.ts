import { randomUUID } from 'node:crypto'
import { messageIdDe, planifierEnvoi } from '@/lib/notifications/ajouter-courriel'
import { composerResume } from '@/lib/notifications/composer-resume'
import { frequenceDe } from '@/lib/notifications/frequence'
import { estModele, modeles, objetDuCourriel } from '@/lib/notifications/modeles'
import { dernierPassage } from '@/lib/notifications/passages'
import { perimes } from '@/lib/notifications/perimes'
import { avecTravaux, baseTravaux, type Transaction } from '@/lib/socle/base'
import type { Courriel } from '@/lib/socle/prisma/client'

/**
 * Makes one digest of what waits for each account whose hour has come. Run at any time, twice or late: a row goes into one digest,
 * in the transaction that makes it. Returns how many digests were made.
 */
export async function resumerCourriels(maintenant: Date): Promise<number> {
  const comptes = await baseTravaux().courriel.findMany({
    where: { etat: 'a_grouper', compteId: { not: null } },
    distinct: ['compteId'],
    select: { compteId: true },
    orderBy: { compteId: 'asc' },
  })
  let faits = 0
  for (const { compteId } of comptes)
    if (compteId && (await avecTravaux((tx) => resumerCompte(tx, compteId, maintenant)))) faits += 1
  return faits
}

/** When a mail that waits would have left by itself. */
const pretLe = ({ creeLe, pasAvantLe }: Courriel) => pasAvantLe ?? creeLe

async function resumerCompte(tx: Transaction, compteId: string, maintenant: Date): Promise<boolean> {
  // Another run at the same moment waits here, then finds nothing left.
  await tx.$queryRaw`SELECT id FROM courriel WHERE "compteId" = ${compteId}::uuid AND etat = 'a_grouper' ORDER BY id FOR UPDATE`
  const attendent = await tx.courriel.findMany({ where: { compteId, etat: 'a_grouper' }, orderBy: { creeLe: 'asc' } })
  const compte = await tx.compte.findUniqueOrThrow({ where: { id: compteId } })
  if (compte.etat !== 'actif') {
    await changer(tx, attendent, { etat: 'non_envoye' })
    return false
  }
  const prets = await sansRetires(
    tx,
    attendent.filter((courriel) => pretLe(courriel) <= maintenant),
  )
  const passage = dernierPassage(frequenceDe(compte.preferences), maintenant)
  const [premier] = prets
  if (!premier || (passage && prets.every((courriel) => pretLe(courriel) > passage))) return false
  const id = randomUUID()
  const donnees = modeles.resume.parse({ prenom: compte.prenom, ...composerResume(prets) })
  await tx.courriel.createMany({
    data: [
      {
        id,
        messageId: messageIdDe(id),
        modele: 'resume',
        destinataire: compte.courriel,
        compteId,
        donnees,
        objet: objetDuCourriel('resume', donnees),
        creeLe: maintenant,
      },
    ],
  })
  await changer(tx, prets, { etat: 'groupe', resumeId: id })
  await planifierEnvoi(tx, id)
  return true
}

/** Takes out the mails that say what is no longer so, and those of a model that is no more. */
async function sansRetires(tx: Transaction, courriels: Courriel[]): Promise<Courriel[]> {
  const retires = new Set(await perimes(tx, courriels))
  const aRetirer = courriels.filter((courriel) => retires.has(courriel) || !estModele(courriel.modele))
  await changer(tx, aRetirer, { etat: 'retire' })
  return courriels.filter((courriel) => !aRetirer.includes(courriel))
}

async function changer(
  tx: Transaction,
  courriels: Courriel[],
  data: { etat: string; resumeId?: string },
): Promise<void> {
  if (courriels.length > 0)
    await tx.courriel.updateMany({ where: { id: { in: courriels.map(({ id }) => id) }, etat: 'a_grouper' }, data })
}
