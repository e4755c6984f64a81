import { randomUUID } from 'node:crypto'
import { journaliser } from '@/lib/journal/ecrire'
import { prevenirComptes } from '@/lib/notifications/destinataires'
import { libellesSignal, mesureSignal } from '@/lib/signaux/libelles'
import type { Alerte } from '@/lib/signaux/regles'
import type { Transaction } from '@/lib/socle/base'

/** An alert for one caisse; none: for the administrateur. */
export type AlerteSituee = Omit<Alerte, 'cibles'>

const memeEpisodeMs = 60 * 60_000

/**
 * Keeps each alert once, and tells those who must know: the DPO of the caisse, or the administrateur. What goes on is one
 * signal, told once; it only grows. Gives how many are new.
 */
export async function leverSignaux(tx: Transaction, alertes: AlerteSituee[], maintenant: Date): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('signaux', 0))::text`
  const nouvelles: AlerteSituee[] = []
  for (const alerte of alertes) if (await garder(tx, alerte, maintenant)) nouvelles.push(alerte)
  for (const caisseId of new Set(nouvelles.map((alerte) => alerte.caisseId)))
    await prevenir(
      tx,
      caisseId,
      nouvelles.filter((alerte) => alerte.caisseId === caisseId),
    )
  return nouvelles.length
}

async function garder(tx: Transaction, alerte: AlerteSituee, maintenant: Date): Promise<boolean> {
  const { type, caisseId, compteId, adresse, nombre, dernierRang, finLe } = alerte
  const meme = await tx.signal.findFirst({
    where: {
      type,
      caisseId,
      compteId,
      // A person moves, an attack does not: several addresses of one account are one signal.
      ...(compteId ? {} : { adresse }),
      ...(type === 'nouvel_appareil'
        ? { premierRang: alerte.premierRang }
        : { finLe: { gte: new Date(alerte.debutLe.getTime() - memeEpisodeMs) } }),
    },
    orderBy: { finLe: 'desc' },
  })
  if (meme) {
    if (dernierRang > meme.dernierRang)
      await tx.signal.update({
        where: { id: meme.id },
        data: { nombre: Math.max(nombre, meme.nombre), dernierRang, finLe },
      })
    return false
  }
  const id = randomUUID()
  await tx.signal.createMany({ data: [{ ...alerte, id, creeLe: maintenant }] })
  await journaliser(tx, {
    action: 'signal.leve',
    profil: 'automatique',
    objetType: 'signal',
    objetId: id,
    caisseId,
    details: { type, nombre },
  })
  return true
}

async function prevenir(tx: Transaction, caisseId: string | null, alertes: AlerteSituee[]): Promise<void> {
  const destinataires = await tx.compte.findMany({
    where: {
      etat: 'actif',
      supprimeLe: null,
      ...(caisseId ? { caisseId, roles: { has: 'dpo' } } : { profil: 'administrateur' }),
    },
    select: { id: true, prenom: true, courriel: true },
    orderBy: { id: 'asc' },
  })
  await prevenirComptes(tx, destinataires, 'signaux_journal', {
    lien: `${caisseId ? '/caisse' : '/administration'}/journal/signaux`,
    nombre: alertes.length,
    lignes: alertes.slice(0, 20).map((alerte) => `${libellesSignal[alerte.type]}\u00A0: ${mesureSignal(alerte)}.`),
  })
}
