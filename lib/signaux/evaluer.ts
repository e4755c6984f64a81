import { type AlerteSituee, leverSignaux } from '@/lib/signaux/lever'
import { type Alerte, actionsObservees, detecter, type Fait, fenetreMaxMs } from '@/lib/signaux/regles'
import { avecTravaux, type Transaction } from '@/lib/socle/base'

const PROCESSUS = 'signaux'
/** After a long stop, what is older is not looked at again. */
const retardMaxMs = 24 * 3_600_000

/** Looks at what the journal received since the last time, and raises what is unusual. Run several times a minute. */
export function evaluerSignaux(maintenant: Date): Promise<number> {
  return avecTravaux(async (tx) => {
    const dernier = await tx.battement.findUnique({ where: { processus: PROCESSUS } })
    const depuis = Math.max(
      Math.min(dernier?.vuLe.getTime() ?? maintenant.getTime(), maintenant.getTime()) - fenetreMaxMs,
      maintenant.getTime() - retardMaxMs,
    )
    const faits = await lireFaits(tx, new Date(depuis))
    const alertes = faits.length > 0 ? detecter(faits, await reperes(tx)) : []
    const levees = alertes.length > 0 ? await leverSignaux(tx, await situer(tx, alertes), maintenant) : 0
    await tx.battement.upsert({
      where: { processus: PROCESSUS },
      create: { processus: PROCESSUS, vuLe: maintenant },
      update: { vuLe: maintenant },
    })
    return levees
  }, 50_000)
}

function lireFaits(tx: Transaction, depuis: Date): Promise<Fait[]> {
  return tx.$queryRaw<Fait[]>`
    SELECT id, le, action, "compteId", "caisseId", adresse, "objetId" FROM journal
    WHERE id >= ep_journal_rang(${depuis}::timestamptz) AND action = ANY (${actionsObservees}) ORDER BY id`
}

async function reperes(tx: Transaction) {
  const lignes = await tx.reglagesCaisse.findMany({
    select: { caisseId: true, lecturesParHeure: true, telechargementsParHeure: true },
  })
  const parCaisse = new Map(
    lignes.map((ligne) => [
      ligne.caisseId,
      { lectures: ligne.lecturesParHeure, telechargements: ligne.telechargementsParHeure },
    ]),
  )
  const plusPetit = (valeurs: number[]) => Math.min(...valeurs, Number.MAX_SAFE_INTEGER)
  const ailleurs = {
    lectures: plusPetit(lignes.map(({ lecturesParHeure }) => lecturesParHeure)),
    telechargements: plusPetit(lignes.map(({ telechargementsParHeure }) => telechargementsParHeure)),
  }
  return (caisseId: string | null) => (caisseId && parCaisse.get(caisseId)) || ailleurs
}

/** Each alert at the caisses it touches: where it took place, or those of the account. A spraying is the administrateur's too. */
async function situer(tx: Transaction, alertes: Alerte[]): Promise<AlerteSituee[]> {
  const comptes = [...new Set(alertes.flatMap(({ compteId, cibles }) => [...(compteId ? [compteId] : []), ...cibles]))]
  const liens = await tx.$queryRaw<{ compteId: string; caisseId: string }[]>`
    SELECT c.id AS "compteId", c."caisseId" FROM compte c WHERE c.id::text = ANY (${comptes}) AND c."caisseId" IS NOT NULL
    UNION SELECT c.id, v."caisseId" FROM compte c JOIN convention_caisse v ON v."partenaireId" = c."partenaireId"
    WHERE c.id::text = ANY (${comptes}) AND v.etat <> 'brouillon' AND (v."finLe" IS NULL OR v."finLe" >= current_date)`
  const caissesDe = (compteId: string | null) =>
    liens.filter((lien) => lien.compteId === compteId).map(({ caisseId }) => caisseId)
  return alertes.flatMap(({ cibles, ...alerte }) => {
    if (alerte.type === 'pulverisation')
      return [null, ...new Set(cibles.flatMap(caissesDe))].map((caisseId) => ({ ...alerte, caisseId }))
    if (alerte.caisseId) return [alerte]
    const caisses = caissesDe(alerte.compteId)
    return (caisses.length > 0 ? caisses : [null]).map((caisseId) => ({ ...alerte, caisseId }))
  })
}
