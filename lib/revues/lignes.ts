import type { Transaction } from '@/lib/socle/base'
import type { Prisma } from '@/lib/socle/prisma/client'

/** `demander`: a gestionnaire account, whose inactivation was asked of the caisse. */
export type Decision = 'garder' | 'inactiver' | 'demander'

const colonnes = {
  id: true,
  identifiant: true,
  profil: true,
  civilite: true,
  nom: true,
  prenom: true,
  fonction: true,
  courriel: true,
  etat: true,
  connecteLe: true,
  creeLe: true,
  inactivationPrevueLe: true,
} satisfies Prisma.CompteSelect

type Revue = { id: string; structureId: string; signeeLe: Date | null }

/**
 * The lines of a revue, techniciens first, in the order of a French directory. Open: the accounts of the structure that are not inactive today, those made since
 * included, those inactivated meanwhile left out. Signed: what was decided.
 */
export async function lignesDeLaRevue(tx: Transaction, revue: Revue) {
  const lignes = await tx.ligneRevue.findMany({ where: { revueId: revue.id } })
  const parCompte = new Map(lignes.map((ligne) => [ligne.compteId, ligne]))
  const decides = lignes.filter(({ decision }) => decision).map(({ compteId }) => compteId)
  const comptes = await tx.compte.findMany({
    where: {
      structureId: revue.structureId,
      supprimeLe: null,
      ...(revue.signeeLe ? { id: { in: decides } } : { etat: { not: 'inactif' } }),
    },
    select: colonnes,
    orderBy: { id: 'asc' },
  })
  comptes.sort(
    (a, b) =>
      b.profil.localeCompare(a.profil) || a.nom.localeCompare(b.nom, 'fr') || a.prenom.localeCompare(b.prenom, 'fr'),
  )
  return comptes.map((compte) => {
    const ligne = parCompte.get(compte.id)
    return {
      compte,
      decision: (ligne?.decision ?? null) as Decision | null,
      decideeLe: ligne?.decideeLe ?? null,
      decideeParId: ligne?.decideeParId ?? null,
    }
  })
}

export type LigneDeRevue = Awaited<ReturnType<typeof lignesDeLaRevue>>[number]
