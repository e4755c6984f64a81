import { secondFacteurExige } from '@/lib/securite/regles'
import type { Acteur } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'

export const CLE_SECOND_FACTEUR = 'second_facteur'

/** Whether the national parameter asks for a second factor. */
export async function exigenceNationale(tx: Transaction): Promise<boolean> {
  const parametre = await tx.parametre.findUnique({ where: { cle: CLE_SECOND_FACTEUR } })
  return parametre?.valeur !== false
}

/** Whether this account must keep a second factor, and what it has. */
export async function situationDuCompte(tx: Transaction, { profil, compteId, caissesOuvertes }: Acteur) {
  const exigeantes = await tx.reglagesCaisse.findMany({
    where: { caisseId: { in: caissesOuvertes.map(({ id }) => id) }, secondFacteurTechniciens: true },
    select: { caisseId: true },
  })
  const application = await tx.secondFacteur.findUnique({ where: { compteId }, select: { installeLe: true } })
  return {
    exige: secondFacteurExige({
      profil,
      national: await exigenceNationale(tx),
      caissesExigeantes: exigeantes.map(({ caisseId }) => caisseId),
      caissesOuvertes,
    }),
    application,
    cles: await tx.cleAcces.count({ where: { compteId } }),
  }
}
