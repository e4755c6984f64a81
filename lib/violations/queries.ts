import { referenceIncident } from '@/lib/incidents/libelles'
import { type Acteur, nomComplet, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { telephoneEspace } from '@/lib/socle/format'
import type { EtatViolation, RisqueViolation, TypeSuivi } from '@/lib/violations/libelles'

/** Caisses somebody may declare to, with the delay each has set. */
export async function caissesADeclarer(tx: Transaction, acteur: Acteur) {
  const parts = acteur.partenaire
    ? await tx.conventionCaisse.findMany({
        where: { partenaireId: acteur.partenaire.id, etat: { not: 'brouillon' } },
        select: { caisseId: true },
      })
    : []
  const ids = acteur.caisse ? [acteur.caisse.id] : parts.map(({ caisseId }) => caisseId)
  const caisses = await tx.caisse.findMany({
    where: { id: { in: ids } },
    select: { id: true, nom: true, reglages: { select: { delaiNotificationViolationHeures: true } } },
    orderBy: [{ nom: 'asc' }, { id: 'asc' }],
  })
  return caisses.map(({ id, nom, reglages }) => ({
    id,
    nom,
    delaiHeures: reglages?.delaiNotificationViolationHeures ?? HEURES_AU_PLUS_COURT,
  }))
}

/** For a caisse whose settings are not made yet: the shortest of the delays one may set. */
const HEURES_AU_PLUS_COURT = 24

/** What the form of a declaration needs: the caisses, the partenaires a caisse may name, the report it comes from. */
export function pourDeclarer(acteur: Acteur, signalementId?: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisses = await caissesADeclarer(tx, acteur)
    const lies = acteur.caisse
      ? await tx.conventionCaisse.findMany({
          where: { caisseId: acteur.caisse.id, etat: { not: 'brouillon' } },
          select: { partenaireId: true },
        })
      : []
    const partenaires = await tx.partenaire.findMany({
      where: { id: { in: lies.map(({ partenaireId }) => partenaireId) } },
      select: { id: true, nom: true },
      orderBy: [{ nom: 'asc' }, { id: 'asc' }],
    })
    const soi = await tx.compte.findFirst({ where: { id: acteur.compteId }, select: { telephone: true } })
    const signalement = signalementId
      ? await tx.signalementCompte.findFirst({
          where: { id: signalementId, compte: { supprimeLe: null } },
          select: { id: true, partenaireId: true, compte: { select: { identifiant: true } } },
        })
      : null
    return {
      caisses,
      partenaires,
      telephone: telephoneEspace(soi?.telephone),
      signalement: signalement && {
        id: signalement.id,
        partenaireId: signalement.partenaireId,
        references: `Signalement ${referenceIncident(signalement.id)}, compte ${signalement.compte.identifiant}`,
      },
    }
  })
}

export const partTypee = <P extends { etat: string; risque: string | null }>(part: P) => ({
  ...part,
  etat: part.etat as EtatViolation,
  risque: part.risque as RisqueViolation | null,
})

const listeMax = 500

async function nommer(tx: Transaction, ids: (string | null)[]) {
  const comptes = await tx.compte.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, prenom: true, nom: true },
  })
  const noms = new Map(comptes.map((compte) => [compte.id, nomComplet(compte)]))
  return (id: string | null) => (id === null ? null : (noms.get(id) ?? null))
}

async function nomsDes(tx: Transaction, partenaires: (string | null)[], caisses: string[]) {
  const ids = [...new Set(partenaires.filter((id) => id !== null))]
  const lus = [
    ...(await tx.partenaire.findMany({ where: { id: { in: ids } }, select: { id: true, nom: true } })),
    ...(await tx.caisse.findMany({ where: { id: { in: [...new Set(caisses)] } }, select: { id: true, nom: true } })),
  ]
  const noms = new Map(lus.map(({ id, nom }) => [id, nom]))
  return (id: string | null) => (id === null ? null : (noms.get(id) ?? null))
}

/** Breaches that one follows: those one declared, those of its partenaire, those of the caisse for its référents. Most recent first. */
export function violationsSuivies(acteur: Acteur) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const violations = await tx.violation.findMany({
      include: { parts: true },
      orderBy: [{ declareeLe: 'desc' }, { id: 'desc' }],
      take: listeMax,
    })
    const parts = violations.flatMap((violation) => violation.parts)
    const nom = await nomsDes(
      tx,
      violations.map(({ partenaireId }) => partenaireId),
      parts.map(({ caisseId }) => caisseId),
    )
    return violations.map((violation) => ({
      ...violation,
      partenaire: nom(violation.partenaireId),
      parts: violation.parts.map((part) => ({ ...partTypee(part), caisse: nom(part.caisseId) })),
    }))
  })
}

/** Breaches of the caisse of a DPO, those that wait first, with the register's facts. */
export function violationsDeLaCaisse(acteur: Acteur) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const parts = await tx.violationCaisse.findMany({
      where: { caisseId: acteur.caisse?.id ?? '' },
      include: { violation: true },
      orderBy: [{ violation: { declareeLe: 'desc' } }, { violationId: 'desc' }],
      take: listeMax,
    })
    const nom = await nomsDes(
      tx,
      parts.map(({ partenaireId }) => partenaireId),
      [],
    )
    const suivis = await tx.violationSuivi.findMany({
      where: { violationId: { in: parts.map(({ violationId }) => violationId) } },
      orderBy: [{ le: 'asc' }, { id: 'asc' }],
    })
    return parts
      .map((part) => ({
        ...partTypee(part),
        partenaire: nom(part.partenaireId),
        suivis: suivis
          .filter(({ violationId }) => violationId === part.violationId)
          .map((suivi) => ({ ...suivi, type: suivi.type as TypeSuivi })),
      }))
      .sort((a, b) => Number(a.closeLe !== null) - Number(b.closeLe !== null))
  })
}

export type LigneViolation = Awaited<ReturnType<typeof violationsDeLaCaisse>>[number]

/** One breach with all that the reader may see of it; null out of its reach. */
export function violationDe(acteur: Acteur, id: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) return null
    const violation = await tx.violation.findFirst({
      where: { id },
      include: { parts: true, suivis: { orderBy: [{ le: 'asc' }, { id: 'asc' }] } },
    })
    if (!violation) return null
    const compte = await nommer(tx, [violation.declareeParId, ...violation.suivis.map(({ auteurId }) => auteurId)])
    const nom = await nomsDes(
      tx,
      [violation.partenaireId],
      violation.parts.map(({ caisseId }) => caisseId),
    )
    const sienne =
      violation.declareeParId === acteur.compteId ||
      (violation.cote === 'partenaire' && violation.partenaireId === acteur.partenaire?.id)
    return {
      ...violation,
      cote: violation.cote as 'partenaire' | 'caisse',
      partenaire: nom(violation.partenaireId),
      declareePar: compte(violation.declareeParId),
      sienne,
      parts: violation.parts.map((part) => ({ ...partTypee(part), caisse: nom(part.caisseId) })),
      suivis: violation.suivis.map((suivi) => ({
        ...suivi,
        type: suivi.type as TypeSuivi,
        auteur: compte(suivi.auteurId),
        caisse: suivi.caisseId ? nom(suivi.caisseId) : null,
      })),
    }
  })
}

export type ViolationLue = NonNullable<Awaited<ReturnType<typeof violationDe>>>
