import { cycleDe, partDe } from '@/lib/conventions/lire-cycle'
import type { CaisseBornee, SituationAcces } from '@/lib/conventions/prevision'
import { partsDuPartenaire } from '@/lib/conventions/queries-parts'
import type { Transaction } from '@/lib/socle/base'
import { jourDe } from '@/lib/socle/jour'
import type { Prisma } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'

type ConventionLue = Prisma.ConventionGetPayload<{
  include: { avenants: true; caisses: { include: { caisse: { select: { id: true; nom: true } } } } }
}>

/** What decides of the access of a partenaire, as far as the acteur may know: numbers and dates of the others, never more. */
export async function situationDAcces(
  tx: Transaction,
  convention: ConventionLue,
  maintenant: Date,
): Promise<SituationAcces> {
  const { partenaireId } = convention
  const [suspensions, structures, comptes, demandes, parts] = await Promise.all([
    tx.suspension.findMany({
      where: { partenaireId, debutLe: { lte: maintenant }, OR: [{ finLe: null }, { finLe: { gt: maintenant } }] },
      select: { caisseId: true, debutLe: true },
    }),
    tx.structure.findMany({ where: { partenaireId }, select: { id: true, nom: true, ouvreLe: true } }),
    tx.compte.findMany({
      where: { partenaireId, etat: { not: 'inactif' }, supprimeLe: null },
      select: { profil: true, structureId: true, inactivationPrevueLe: true },
    }),
    tx.$queryRaw<{ caisseId: string; nombre: number }[]>`SELECT * FROM ep_demandes_ouvertes(${partenaireId}::uuid)`,
    partsDuPartenaire(tx, partenaireId),
  ])
  const ouvertes = new Map(demandes.map(({ caisseId, nombre }) => [caisseId, nombre]))
  const caisses: CaisseBornee[] = convention.caisses.map((ligne) => {
    const suspension = suspensions.find(({ caisseId }) => caisseId === ligne.caisseId)
    return {
      caisseId: ligne.caisseId,
      nom: ligne.caisse.nom,
      cycle: cycleDe(convention, ligne.caisseId),
      part: partDe(ligne),
      suspendueLe: suspension ? dateAParis(suspension.debutLe) : null,
      demandesOuvertes: ouvertes.get(ligne.caisseId) ?? 0,
    }
  })
  return {
    caisses,
    ailleurs: parts.filter(({ conventionId }) => conventionId !== convention.id),
    structures: structures.map(({ id, nom, ouvreLe }) => ({
      nom,
      ouvreLe: jourDe(ouvreLe),
      comptes: comptes.filter(({ structureId }) => structureId === id).length,
    })),
    inactivations: comptes.flatMap(({ inactivationPrevueLe }) =>
      inactivationPrevueLe ? [jourDe(inactivationPrevueLe)] : [],
    ),
    gestionnaires: comptes.filter(({ profil }) => profil === 'gestionnaire').length,
    comptes: comptes.length,
  }
}
