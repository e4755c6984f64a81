import { randomUUID } from 'node:crypto'
import type { AuteurJournal } from '@/lib/journal/ecrire'
import type { Transaction } from '@/lib/socle/base'
import { dureeMaxMs } from '@/lib/socle/duree-session'

export type Appareil = { adresse: string; navigateur: string | null }

/**
 * Opens a session of 10 hours at most, dates the last sign-in of the account, and gives its id. With `secondFacteurLe` the
 * person has given more than a password; without it a session waits for the second factor of an account that has one.
 */
export async function ouvrirSession(
  tx: Transaction,
  {
    compteId,
    adresse,
    navigateur,
    maintenant,
    secondFacteurLe,
  }: Appareil & { compteId: string; maintenant: Date; secondFacteurLe?: Date },
): Promise<string> {
  const id = randomUUID()
  await tx.session.createMany({
    data: [
      {
        id,
        compteId,
        creeeLe: maintenant,
        vueLe: maintenant,
        expireLe: new Date(maintenant.getTime() + dureeMaxMs),
        secondFacteurLe,
        adresse,
        navigateur: navigateur?.slice(0, 300),
      },
    ],
  })
  await tx.compte.updateMany({ where: { id: compteId }, data: { connecteLe: maintenant } })
  return id
}

/** Closes the open sessions of an account, but one if asked. They end at their next request. */
export async function fermerSessions(
  tx: Transaction,
  { compteId, sauf, maintenant }: { compteId: string; sauf?: string; maintenant: Date },
): Promise<void> {
  await tx.session.updateMany({
    where: { compteId, fermeeLe: null, ...(sauf ? { id: { not: sauf } } : {}) },
    data: { fermeeLe: maintenant },
  })
}

/** The account as the journal names it, before its session is read. */
export function auteurDuCompte(compte: {
  id: string
  profil: string
  caisseId: string | null
  partenaireId: string | null
}): AuteurJournal {
  return {
    compteId: compte.id,
    profil: compte.profil,
    caisse: compte.caisseId ? { id: compte.caisseId } : null,
    partenaire: compte.partenaireId ? { id: compte.partenaireId } : null,
  }
}
