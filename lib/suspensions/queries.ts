import { partFinie } from '@/lib/conventions/acces'
import { partsDuPartenaire } from '@/lib/conventions/queries-parts'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { dateAParis } from '@/lib/socle/temps'

/** Suspensions of a partenaire that the caller may see, the latest first; with who decided and who lifted. */
export async function suspensionsDuPartenaire(tx: Transaction, partenaireId: string) {
  const suspensions = await tx.suspension.findMany({
    where: { partenaireId },
    orderBy: [{ debutLe: 'desc' }, { id: 'desc' }],
  })
  const ids = suspensions
    .flatMap(({ decideeParId, leveeParId }) => [decideeParId, leveeParId])
    .filter((id) => id !== null)
  const auteurs = await tx.compte.findMany({
    where: { id: { in: ids } },
    select: { id: true, prenom: true, nom: true },
  })
  const auteur = (id: string | null) => auteurs.find((compte) => compte.id === id) ?? null
  return suspensions.map(({ decideeParId, leveeParId, ...suspension }) => ({
    ...suspension,
    /** Null: decided by the portal, as the caisse has set. */
    decideePar: auteur(decideeParId),
    leveePar: auteur(leveeParId),
  }))
}

export type SuspensionDite = Awaited<ReturnType<typeof suspensionsDuPartenaire>>[number]

/** What the page that suspends, or brings back, needs to say; null outside the perimeter. */
export function suspensionDe(acteur: Acteur, partenaireId: string, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id
    const parts = (await partsDuPartenaire(tx, partenaireId)).filter((part) => part.caisseId === caisseId)
    const partenaire = await tx.partenaire.findUnique({ where: { id: partenaireId }, select: { id: true, nom: true } })
    if (!partenaire || parts.length === 0) return null
    const jour = dateAParis(maintenant)
    const [enCours] = (await suspensionsDuPartenaire(tx, partenaireId)).filter(
      (suspension) => suspension.caisseId === caisseId && suspension.finLe === null,
    )
    const comptes = await tx.compte.count({ where: { partenaireId, etat: 'actif', supprimeLe: null } })
    return { partenaire, comptes, finie: parts.every((part) => partFinie(part, jour)), enCours: enCours ?? null }
  })
}
