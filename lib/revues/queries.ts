import { empreinteDecisions } from '@/lib/revues/empreinte'
import { lignesDeLaRevue } from '@/lib/revues/lignes'
import { type Acteur, nomComplet, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { jourDe } from '@/lib/socle/jour'
import type { DateIso } from '@/lib/socle/temps'

export type RevueEnCours = { id: string; echeanceLe: DateIso; total: number; confirmes: number }

/** The open revue of the structure of a gestionnaire, for the banner of its team; null when there is none. */
export function revueEnCours(acteur: Acteur): Promise<RevueEnCours | null> {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const revue = await tx.revueHabilitation.findFirst({ where: { structureId: acteur.structure?.id, signeeLe: null } })
    if (!revue) return null
    const lignes = await lignesDeLaRevue(tx, revue)
    const confirmes = lignes.filter(({ decision }) => decision).length
    return { id: revue.id, echeanceLe: jourDe(revue.echeanceLe), total: lignes.length, confirmes }
  })
}

/** A revue with its lines and who decided them: that of one's structure for a gestionnaire, of its partenaires for a référent. */
export function lireRevue(acteur: Acteur, id: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const revue = await tx.revueHabilitation.findUnique({
      where: { id },
      include: {
        structure: { select: { nom: true } },
        partenaire: { select: { nom: true, _count: { select: { structures: true } } } },
      },
    })
    if (!revue) return null
    const lignes = await lignesDeLaRevue(tx, revue)
    const noms = await nomsDe(tx, [revue.signeeParId, ...lignes.map(({ decideeParId }) => decideeParId)])
    const { partenaire, structure } = revue
    return {
      ...revue,
      echeanceLe: jourDe(revue.echeanceLe),
      organisme: partenaire._count.structures > 1 ? `${partenaire.nom}, ${structure.nom}` : partenaire.nom,
      signeePar: revue.signeeParId ? (noms.get(revue.signeeParId) ?? null) : null,
      lignes: lignes.map((ligne) => ({
        ...ligne,
        decideePar: ligne.decideeParId ? (noms.get(ligne.decideeParId) ?? null) : null,
      })),
      restent: lignes.filter(({ decision }) => !decision).length,
      vues: empreinteDecisions(lignes),
    }
  })
}

export type Revue = NonNullable<Awaited<ReturnType<typeof lireRevue>>>

async function nomsDe(tx: Transaction, ids: (string | null)[]): Promise<Map<string, string>> {
  const connus = [...new Set(ids.filter((id) => id !== null))]
  const comptes = await tx.compte.findMany({
    where: { id: { in: connus }, supprimeLe: null },
    select: { id: true, prenom: true, nom: true },
  })
  return new Map(comptes.map((compte) => [compte.id, nomComplet(compte)]))
}
