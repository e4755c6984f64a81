import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { oublierEtat } from '@/lib/maintenance/etat'
import { estEnCours, type Fenetre, periodeEnMots } from '@/lib/maintenance/regles'
import type { entrerSchema, maintenanceSchema } from '@/lib/maintenance/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Seule = { id: string; version: number }

/** Announces a maintenance, or changes one that is not over; of one that runs, only its end and its words. */
export async function enregistrerMaintenance(
  { tx, acteur, maintenant }: Contexte,
  { id, version, ...saisie }: z.output<typeof maintenanceSchema>,
): Promise<Suite> {
  const avant = id ? await trouver(tx, id, maintenant) : null
  const commencee = avant !== null && estEnCours(avant, maintenant)
  const { debutLe, finLe, texte, preavisHeures } = { ...saisie, ...(commencee && { debutLe: avant.debutLe }) }
  if (!commencee && debutLe <= maintenant)
    throw refus('debutHeure', 'Ce moment est passé : choisissez une heure à venir, ou entrez en maintenance maintenant')
  if (finLe <= maintenant) throw refus('finHeure', 'Ce moment est passé : pour finir maintenant, sortez de maintenance')
  await seule(tx, { debutLe, finLe }, avant?.id)
  if (avant) {
    const { count } = await tx.maintenance.updateMany({
      where: { id: avant.id, version },
      data: { debutLe, finLe, texte, preavisHeures, version: { increment: 1 } },
    })
    if (count === 0) throw new ErreurMetier('etat_change')
  } else await annoncer(tx, { debutLe, finLe, texte, preavisHeures }, { acteur, maintenant })
  return suite(avant ? 'modifiee' : 'annoncee', avant?.id, avant ? 'maintenance.modifiee' : 'maintenance.annoncee')
}

/** The portal is read only from now on. */
export async function entrerEnMaintenance(
  { tx, acteur, maintenant }: Contexte,
  { duree, texte }: z.output<typeof entrerSchema>,
): Promise<Suite> {
  const finLe = new Date(maintenant.getTime() + duree * 60_000)
  await seule(tx, { debutLe: maintenant, finLe })
  const id = await annoncer(tx, { debutLe: maintenant, finLe, texte, preavisHeures: 0 }, { acteur, maintenant })
  return suite('entree', id, 'maintenance.entree')
}

/** Ends the one that runs: everything can be done again. */
export async function sortirDeMaintenance({ tx, maintenant }: Contexte, { id, version }: Seule): Promise<Suite> {
  const avant = await trouver(tx, id, maintenant)
  if (!estEnCours(avant, maintenant)) throw new ErreurMetier('etat_change', 'Cette maintenance n’a pas commencé.')
  // Never an empty one, were it left in the millisecond it was entered.
  const finLe = new Date(Math.max(maintenant.getTime(), avant.debutLe.getTime() + 1))
  await ecrire(tx, { id, version }, { finLe })
  return suite('sortie', id, 'maintenance.sortie')
}

/** It will not take place. */
export async function annulerMaintenance({ tx, maintenant }: Contexte, { id, version }: Seule): Promise<Suite> {
  const avant = await trouver(tx, id, maintenant)
  if (estEnCours(avant, maintenant))
    throw new ErreurMetier('etat_change', 'Cette maintenance a commencé : sortez de maintenance pour la finir.')
  await ecrire(tx, { id, version }, { etat: 'annulee' })
  return suite('annulee', id, 'maintenance.annulee')
}

async function trouver(tx: Transaction, id: string, maintenant: Date): Promise<Fenetre> {
  const trouvee = await tx.maintenance.findFirst({ where: { id, etat: 'annoncee' } })
  if (!trouvee) throw new ErreurMetier('introuvable')
  if (trouvee.finLe <= maintenant) throw new ErreurMetier('etat_change', 'Cette maintenance est terminée.')
  return trouvee
}

async function ecrire(tx: Transaction, { id, version }: Seule, data: { finLe: Date } | { etat: string }) {
  const { count } = await tx.maintenance.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('etat_change')
}

type Heures = Pick<Fenetre, 'debutLe' | 'finLe'>

/** Two at once would say two ends to the same reader; the database refuses them too. */
async function seule(tx: Transaction, { debutLe, finLe }: Heures, sauf?: string): Promise<void> {
  const autre = await tx.maintenance.findFirst({
    where: { etat: 'annoncee', debutLe: { lt: finLe }, finLe: { gt: debutLe }, id: sauf && { not: sauf } },
  })
  if (autre)
    throw new ErreurMetier(
      'etat_change',
      `Une maintenance est déjà prévue ${periodeEnMots(autre)} : modifiez-la, ou choisissez un autre moment.`,
    )
}

async function annoncer(
  tx: Transaction,
  colonnes: Omit<Fenetre, 'id'>,
  { acteur, maintenant }: Pick<Contexte, 'acteur' | 'maintenant'>,
): Promise<string> {
  const id = randomUUID()
  await tx.maintenance.createMany({
    data: [{ id, ...colonnes, creeeLe: maintenant, creeeParId: acteur.compteId }],
  })
  return id
}

const refus = (champ: string, message: string) => new ErreurMetier('saisie', undefined, { [champ]: message })

function suite(fait: string, id: string | undefined, action: NonNullable<Suite['journal']>['action']): Suite {
  oublierEtat()
  return {
    vers: `/administration/maintenances?fait=${fait}`,
    journal: { action, objetType: 'maintenance', objetId: id },
  }
}
