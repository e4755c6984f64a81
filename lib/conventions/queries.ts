import { fenetreDenonciation, finPrevue, periode } from '@/lib/conventions/cycle'
import { cycleDe, partDe } from '@/lib/conventions/lire-cycle'
import { situationDe } from '@/lib/conventions/part'
import { estVivante } from '@/lib/conventions/regles'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import type { Prisma } from '@/lib/socle/prisma/client'
import { ajouterJours, type DateIso, joursEntre } from '@/lib/socle/temps'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What a référent chooses from to draft a convention: the partenaire, the other caisses, the colleagues, the usual notice. */
export function cadreNouvelleConvention(acteur: Acteur, partenaireId: string) {
  if (!uuid.test(partenaireId)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id ?? ''
    const partenaire = await tx.partenaire.findUnique({ where: { id: partenaireId }, select: { id: true, nom: true } })
    if (!partenaire) return null
    const [caisses, referents, reglages, brouillon] = await Promise.all([
      tx.caisse.findMany({
        where: { id: { not: caisseId } },
        select: { id: true, nom: true },
        orderBy: { nom: 'asc' },
      }),
      tx.compte.findMany({
        where: { caisseId, etat: 'actif', roles: { has: 'referent' } },
        select: { id: true, prenom: true, nom: true },
        orderBy: { nom: 'asc' },
      }),
      tx.reglagesCaisse.findUnique({ where: { caisseId }, select: { preavisRenouvellementMois: true } }),
      tx.conventionCaisse.findFirst({
        where: { caisseId, partenaireId, etat: 'brouillon' },
        select: { conventionId: true },
      }),
    ])
    return {
      partenaire,
      caisses,
      referents,
      preavisMois: reglages?.preavisRenouvellementMois ?? 0,
      brouillon: brouillon?.conventionId ?? null,
    }
  })
}

/** Partenaires that a new convention may bind, without those of other caisses. */
export function partenairesAConventionner(acteur: Acteur) {
  return avecPerimetre(perimetre(acteur), (tx) =>
    tx.partenaire.findMany({ select: { id: true, nom: true }, orderBy: { nom: 'asc' }, take: 1_000 }),
  )
}

export type EcheanceDeConvention = {
  type: 'fin' | 'reconduction' | 'limite_denonciation' | 'mise_en_demeure' | 'mise_en_demeure_depassee' | 'signature'
  /** The day it happens, or has happened for what is overdue. */
  le: DateIso
  conventionId: string
  partenaireId: string
  partenaire: string
  /** Where to look at it. */
  lien: string
}

/** How long before its day each thing is told to the référent. */
const annonceJours = { fin: 90, reconduction: 45, limite_denonciation: 30 }

/**
 * What awaits the référent of a caisse: ends and renewals to come, last days to denounce, mises en demeure (open, or past their
 * cure period: told every day until somebody decides), drafts whose effect date is near or past. Nearest first.
 * In any transaction that sees the parts of the caisse: a référent's, or the worker's.
 */
export async function echeancesDesConventions(
  tx: Transaction,
  caisseId: string,
  jour: DateIso,
): Promise<EcheanceDeConvention[]> {
  const lignes = await tx.conventionCaisse.findMany({
    where: { caisseId, etat: { notIn: ['echue', 'resiliee'] } },
    include: {
      convention: {
        include: { partenaire: { select: { nom: true } }, signataires: true, avenants: true, caisses: true },
      },
    },
  })
  return lignes.flatMap((ligne) => echeancesDe(ligne, jour)).sort((a, b) => (a.le < b.le ? -1 : a.le > b.le ? 1 : 0))
}

type LigneEcheance = Prisma.ConventionCaisseGetPayload<{
  include: {
    convention: { include: { partenaire: { select: { nom: true } }; signataires: true; avenants: true; caisses: true } }
  }
}>

function echeancesDe({ convention, ...part }: LigneEcheance, jour: DateIso): EcheanceDeConvention[] {
  const cycle = cycleDe(convention, part.caisseId)
  if (!cycle) return []
  const situation = situationDe(convention, part)
  const finLe = finPrevue(cycle, partDe(part))
  const commun = {
    conventionId: convention.id,
    partenaireId: part.partenaireId,
    partenaire: convention.partenaire.nom,
    lien: `/caisse/conventions/${convention.id}`,
  }
  const dans = (le: DateIso, jours: number) => le >= jour && joursEntre(jour, le) <= jours
  if (situation.etat === 'brouillon')
    return joursEntre(jour, cycle.effetLe) <= annonceJours.limite_denonciation
      ? [{ type: 'signature', le: cycle.effetLe, ...commun }]
      : []
  if (!estVivante({ etat: situation.etat, finLe }, jour)) return []
  const echeance = situation.miseEnDemeureEcheanceLe
  const suites: EcheanceDeConvention[] = []
  if (echeance && situation.causeFin !== 'resiliation')
    suites.push({ type: echeance > jour ? 'mise_en_demeure' : 'mise_en_demeure_depassee', le: echeance, ...commun })
  if (finLe !== null) {
    if (dans(finLe, annonceJours.fin)) suites.push({ type: 'fin', le: finLe, ...commun })
    return suites
  }
  const courante = periode(cycle, jour)
  const suivante = ajouterJours(courante.finLe, 1)
  if (cycle.effetLe <= jour && dans(suivante, annonceJours.reconduction))
    suites.push({ type: 'reconduction', le: suivante, ...commun })
  const limite = fenetreDenonciation(cycle, courante.finLe)
  if (cycle.effetLe <= jour && limite < courante.finLe && dans(limite, annonceJours.limite_denonciation))
    suites.push({ type: 'limite_denonciation', le: limite, ...commun })
  return suites
}
