import { partsDuPartenaire } from '@/lib/conventions/queries-parts'
import type { Noms } from '@/lib/nuit/libelles'
import type { Situation } from '@/lib/nuit/modele'
import { nomComplet } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'
import { jourDe } from '@/lib/socle/jour'
import { ajouterJours, type DateIso, dateAParis } from '@/lib/socle/temps'

/** Key of the last day that the night went through for a partenaire. */
export const cleVu = (id: string) => `vu:${id}`

/** Reads what the night needs of a partenaire, as far as the caller may see it. */
export async function situer(tx: Transaction, partenaireId: string, jour: DateIso): Promise<Situation> {
  const parts = await partsDuPartenaire(tx, partenaireId)
  const [structures, comptes, revues, reglages, faits] = await Promise.all([
    tx.structure.findMany({ where: { partenaireId }, select: { id: true, ouvreLe: true }, orderBy: { id: 'asc' } }),
    tx.compte.findMany({
      where: { partenaireId, etat: { not: 'inactif' }, supprimeLe: null },
      select: {
        id: true,
        profil: true,
        structureId: true,
        etat: true,
        activeLe: true,
        creeLe: true,
        inactivationPrevueLe: true,
      },
    }),
    tx.revueHabilitation.findMany({
      where: { partenaireId },
      select: { id: true, structureId: true, ouverteLe: true, echeanceLe: true, relanceeLe: true, signeeLe: true },
    }),
    tx.reglagesCaisse.findMany({ where: { caisseId: { in: parts.map(({ caisseId }) => caisseId) } } }),
    tx.acteNuit.findMany({ where: { partenaireId }, select: { cle: true, le: true } }),
  ])
  const vu = faits.find(({ cle }) => cle === cleVu(partenaireId))
  return {
    partenaireId,
    depuis: vu ? ajouterJours(jourDe(vu.le), 1) : jour,
    parts,
    structures: structures.map(({ id, ouvreLe }) => ({ id, ouvreLe: jourDe(ouvreLe) })),
    comptes: comptes.map(({ structureId, activeLe, creeLe, inactivationPrevueLe, ...compte }) => ({
      ...compte,
      structureId: structureId ?? '',
      activeLe: activeLe && dateAParis(activeLe),
      creeLe: dateAParis(creeLe),
      inactivationPrevueLe: jourDe(inactivationPrevueLe),
    })),
    revues: revues.map(({ ouverteLe, echeanceLe, relanceeLe, signeeLe, ...revue }) => ({
      ...revue,
      ouverteLe: dateAParis(ouverteLe),
      echeanceLe: jourDe(echeanceLe),
      relanceeLe: jourDe(relanceeLe),
      signeeLe: signeeLe && dateAParis(signeeLe),
    })),
    reglages: Object.fromEntries(reglages.map((ligne) => [ligne.caisseId, ligne])),
    faits: faits.map(({ cle }) => cle),
  }
}

/** Names for the sentences, of what the caller may see. */
export async function nommer(tx: Transaction, { partenaireId, parts, comptes }: Situation): Promise<Noms> {
  const partenaire = await tx.partenaire.findUniqueOrThrow({
    where: { id: partenaireId },
    select: { nom: true, structures: { select: { id: true, nom: true } } },
  })
  const titulaires = await tx.compte.findMany({
    where: { id: { in: comptes.map(({ id }) => id) } },
    select: { id: true, prenom: true, nom: true, identifiant: true },
  })
  return {
    partenaire: partenaire.nom,
    structures: Object.fromEntries(partenaire.structures.map(({ id, nom }) => [id, nom])),
    comptes: Object.fromEntries(
      titulaires.map((compte) => [compte.id, `Le compte ${compte.identifiant} (${nomComplet(compte)})`]),
    ),
    parts: Object.fromEntries(parts.map((part) => [part.id, part])),
  }
}
