import type { TypeSignal } from '@/lib/signaux/regles'
import { type Acteur, nomComplet, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'

const listeMax = 100

export type SignalVu = Awaited<ReturnType<typeof lireSignaux>>[number]

/** Signals not taken into account yet, or those that were, the last ones first. */
export function signaux(acteur: Acteur, { vus }: { vus: boolean }) {
  return avecPerimetre(perimetre(acteur), async (tx) => ({
    signaux: await lireSignaux(tx, vus),
    aVoir: await tx.signal.count({ where: { vuLe: null } }),
  }))
}

/** How many signals wait for whoever reads the journal; the database shows none to the others. */
export function signauxAVoir(acteur: Acteur): Promise<number> {
  return avecPerimetre(perimetre(acteur), (tx) => tx.signal.count({ where: { vuLe: null } }))
}

async function lireSignaux(tx: Transaction, vus: boolean) {
  const lus = await tx.signal.findMany({
    where: { vuLe: vus ? { not: null } : null },
    orderBy: [{ creeLe: 'desc' }, { id: 'asc' }],
    take: listeMax,
  })
  const personnes = await tx.compte.findMany({
    where: { id: { in: lus.flatMap(({ compteId, vuParId }) => [compteId, vuParId]).filter((id) => id !== null) } },
    select: {
      id: true,
      prenom: true,
      nom: true,
      identifiant: true,
      profil: true,
      partenaire: { select: { nom: true } },
    },
  })
  const caisses = await tx.caisse.findMany({
    where: { id: { in: lus.flatMap(({ caisseId }) => caisseId ?? []) } },
    select: { id: true, nom: true },
  })
  return lus.map(({ type, compteId, vuParId, caisseId, ...signal }) => {
    const compte = personnes.find(({ id }) => id === compteId)
    const par = personnes.find(({ id }) => id === vuParId)
    return {
      ...signal,
      type: type as TypeSignal,
      compteId,
      compte: compte
        ? { nom: nomComplet(compte), identifiant: compte.identifiant, ou: compte.partenaire?.nom ?? null }
        : null,
      caisse: caisses.find(({ id }) => id === caisseId)?.nom ?? null,
      vuPar: par ? nomComplet(par) : null,
    }
  })
}
