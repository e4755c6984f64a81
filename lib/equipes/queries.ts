import { nomComplet } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'
import { enDate, jourDe } from '@/lib/socle/jour'
import type { DateIso } from '@/lib/socle/temps'

/** Active teams of a caisse, by name: what a demande can be given to, or filtered by. */
export function equipesDeLaCaisse(tx: Transaction, caisseId: string): Promise<{ id: string; nom: string }[]> {
  return tx.equipe.findMany({
    where: { caisseId, actif: true },
    select: { id: true, nom: true },
    orderBy: [{ nom: 'asc' }, { id: 'asc' }],
  })
}

const colonnesAgent = {
  id: true,
  civilite: true,
  prenom: true,
  nom: true,
  absences: { select: { finLe: true, remplacant: { select: { prenom: true, nom: true } } } },
} as const

/** Active agents of a caisse, by name, with the absence of those who are away that day. */
export async function agentsDeLaCaisse(tx: Transaction, caisseId: string, jour: DateIso) {
  const instant = enDate(jour)
  const auJour = { debutLe: { lte: instant }, OR: [{ finLe: null }, { finLe: { gte: instant } }] }
  const agents = await tx.compte.findMany({
    where: { caisseId, roles: { has: 'agent' }, etat: 'actif' },
    select: { ...colonnesAgent, absences: { ...colonnesAgent.absences, where: auJour } },
    orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
  })
  return agents.map(({ absences: [absence], ...agent }) => ({
    ...agent,
    absence: absence ? { finLe: jourDe(absence.finLe), remplacant: nomComplet(absence.remplacant) } : null,
  }))
}
