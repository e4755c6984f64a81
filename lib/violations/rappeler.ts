import { randomUUID } from 'node:crypto'
import { journaliser } from '@/lib/journal/ecrire'
import { avecTravaux, baseTravaux, type Transaction } from '@/lib/socle/base'
import { dateEtHeure } from '@/lib/socle/format'
import { prevenirDeLaViolation } from '@/lib/violations/prevenir'
import { partTypee } from '@/lib/violations/queries'
import { horlogesDe, rappelDu } from '@/lib/violations/regles'

const lotMax = 1_000

/**
 * Reminds the DPO of a caisse of each limit, once when it is near and once when it has passed. Safe to run twice: each reminder is
 * counted in the transaction of its mails. Returns how many were sent.
 */
export async function rappelerViolations(maintenant: Date): Promise<number> {
  const ouvertes = await baseTravaux().violationCaisse.findMany({
    where: { closeLe: null, OR: [{ rappelsAutrePartie: { lt: 2 } }, { rappelsAutorite: { lt: 2 } }] },
    select: { violationId: true, caisseId: true },
    orderBy: { autoriteAvant: 'asc' },
    take: lotMax,
  })
  let rappels = 0
  for (const cle of ouvertes) rappels += await avecTravaux((tx) => rappeler(tx, cle, maintenant))
  return rappels
}

async function rappeler(
  tx: Transaction,
  { violationId, caisseId }: { violationId: string; caisseId: string },
  maintenant: Date,
): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM violation_caisse WHERE "violationId" = ${violationId}::uuid AND "caisseId" = ${caisseId}::uuid FOR UPDATE`
  const lue = await tx.violationCaisse.findFirst({ where: { violationId, caisseId, closeLe: null } })
  if (!lue) return 0
  const part = partTypee(lue)
  const horloges = horlogesDe(part, maintenant)
  const limites = [
    {
      cle: 'rappelsAutrePartie',
      quoi: 'informer l’autre partie',
      avant: part.autrePartieAvant,
      lue: horloges.autrePartie,
    },
    { cle: 'rappelsAutorite', quoi: 'notifier la CNIL', avant: part.autoriteAvant, lue: horloges.autorite },
  ] as const
  let rappels = 0
  for (const { cle, quoi, avant, lue: horloge } of limites) {
    const rang = rappelDu(horloge, part[cle])
    if (rang === 0 || !avant) continue
    await tx.violationCaisse.updateMany({ where: { violationId, caisseId }, data: { [cle]: rang } })
    const motif = `${quoi} avant le ${dateEtHeure(avant)} (${horloge.mots})`
    const modele = rang === 1 ? 'violation_rappel' : 'violation_limite'
    await prevenirDeLaViolation(tx, { id: violationId, cote: 'caisse', caisseId, motif }, modele)
    const suivi = { id: randomUUID(), violationId, caisseId, type: 'rappel', le: maintenant }
    await tx.violationSuivi.createMany({
      data: [{ ...suivi, texte: `Pour ${quoi}${rang === 1 ? '' : ', limite passée'}.` }],
    })
    await journaliser(tx, {
      action: 'violation.rappel',
      profil: 'automatique',
      objetType: 'violation',
      objetId: violationId,
      caisseId,
      details: { limite: cle === 'rappelsAutorite' ? 'autorite' : 'autre_partie', rang },
    })
    rappels += 1
  }
  return rappels
}
