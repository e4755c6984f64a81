import { idDuFichier } from '@/lib/pieces-jointes/coffre'
import { fichiersPreparesParmi } from '@/lib/pieces-jointes/fichier-prepare'
import { baseTravaux } from '@/lib/socle/base'
import { stockage } from '@/lib/socle/stockage-actif'

const unJourMs = 86_400_000
const parLot = 500

/** Files joined to a message that was never sent are forgotten after a day. */
async function oublierPreparations(limite: Date): Promise<void> {
  await baseTravaux().pieceJointe.deleteMany({ where: { enPreparation: true, deposeeLe: { lt: limite } } })
}

/**
 * Removes the files that no row knows any more: those of a deleted draft, of a message never sent, of a refused piece, of an
 * upload cut before its row, and those of delivered documents that have expired.
 * A day of grace leaves alone what is being written. Safe to run twice. Returns how many went.
 */
export async function purgerFichiers(maintenant: Date): Promise<number> {
  const limite = new Date(maintenant.getTime() - unJourMs)
  await oublierPreparations(limite)
  let retires = 0
  let lot: string[] = []
  const vider = async () => {
    const connus = await baseTravaux().pieceJointe.findMany({
      where: {
        id: { in: lot.map(idDuFichier) },
        etat: { notIn: ['infectee', 'refusee'] },
        // Past its time: its key is gone already.
        effaceeLe: null,
        // A delivered document past its last day: its row stays, with its receipts.
        OR: [{ expireLe: null }, { expireLe: { gt: maintenant } }],
      },
      select: { id: true },
    })
    const prepares = await fichiersPreparesParmi(lot.map(idDuFichier))
    const gardes = new Set([...connus, ...prepares].map(({ id }) => id))
    for (const cle of lot.filter((candidate) => !gardes.has(idDuFichier(candidate)))) {
      await stockage().supprimer(cle)
      retires++
    }
    lot = []
  }
  for await (const { cle, ecriteLe } of stockage().lister()) {
    if (ecriteLe > limite) continue
    lot.push(cle)
    if (lot.length >= parLot) await vider()
  }
  await vider()
  await stockage().supprimerPartiels(unJourMs)
  return retires
}
