import { datesDeLaConvention } from '@/lib/conventions/chronologie'
import { finPrevue, termesDuJour } from '@/lib/conventions/cycle'
import { etatDuJour } from '@/lib/conventions/libelles'
import { cycleDe, partDe } from '@/lib/conventions/lire-cycle'
import { situationDe } from '@/lib/conventions/part'
import { actesPossibles } from '@/lib/conventions/regles'
import { situationDAcces } from '@/lib/conventions/situation'
import { type CopilDate, copilsDates } from '@/lib/copil/queries'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { jourDe } from '@/lib/socle/jour'
import type { Prisma } from '@/lib/socle/prisma/client'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

export const conventionEntiere = {
  partenaire: { select: { id: true, nom: true, contacts: { orderBy: { nom: 'asc' } } } },
  caisses: { include: { caisse: { select: { id: true, nom: true } } }, orderBy: { caisse: { nom: 'asc' } } },
  signataires: { orderBy: { organisme: 'asc' } },
  avenants: { orderBy: [{ signeLe: 'asc' }, { id: 'asc' }] },
  documents: { include: { pieceJointe: true }, orderBy: { pieceJointe: { deposeeLe: 'asc' } } },
  evenements: { orderBy: [{ le: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ConventionInclude

type ConventionEntiere = Prisma.ConventionGetPayload<{ include: typeof conventionEntiere }>

/** Acts of persons that the dates of a convention show; the others are in the history below them. */
const evenementsDates = ['denoncee', 'denonciation_retiree', 'mise_en_demeure', 'mise_en_demeure_levee', 'resiliee']

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One convention, for a référent of a caisse that is a party of it. Null outside the perimeter. */
export function conventionDeCaisse(acteur: Acteur, id: string, maintenant = new Date()) {
  if (!uuid.test(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const convention = await tx.convention.findUnique({ where: { id }, include: conventionEntiere })
    const maPart = convention?.caisses.find(({ caisseId }) => caisseId === acteur.caisse?.id)
    if (!convention || !maPart) return null
    const jour = dateAParis(maintenant)
    const [situation, revues, auteurs, referents, reglages] = await Promise.all([
      situationDAcces(tx, convention, maintenant),
      tx.revueHabilitation.findMany({
        where: { partenaireId: convention.partenaireId, signeeLe: null },
        select: { echeanceLe: true },
      }),
      nomsDesAuteurs(tx, convention),
      tx.compte.findMany({
        where: { caisseId: maPart.caisseId, etat: 'actif', roles: { has: 'referent' } },
        select: { id: true, prenom: true, nom: true },
        orderBy: { nom: 'asc' },
      }),
      tx.reglagesCaisse.findUnique({ where: { caisseId: maPart.caisseId } }),
    ])
    const comptes = await tx.compte.groupBy({
      by: ['profil'],
      where: { partenaireId: convention.partenaireId, etat: { not: 'inactif' }, supprimeLe: null },
      _count: true,
    })
    const compter = (profil: string) => comptes.find((ligne) => ligne.profil === profil)?._count ?? 0
    const cycle = cycleDe(convention, maPart.caisseId)
    const etatPart = situationDe(convention, maPart)
    return {
      ...enCommun(convention, auteurs, {
        jour,
        caisseId: maPart.caisseId,
        structures: situation.structures,
        revues: revues.map(({ echeanceLe }) => jourDe(echeanceLe)),
        copils: await copilsDates(tx, acteur, convention.partenaireId),
      }),
      jour,
      cycle,
      situation,
      part: maPart,
      version: maPart.version,
      etatPart,
      actes: actesPossibles(etatPart, jour),
      referents,
      reglages,
      comptes: { gestionnaires: compter('gestionnaire'), techniciens: compter('technicien') },
      termes: cycle ? termesDuJour(cycle, jour) : null,
    }
  })
}

export type VueConvention = NonNullable<Awaited<ReturnType<typeof conventionDeCaisse>>>

/** What the night writes of an end is told by its date. */
const estUnActe = ({
  type,
  automatique,
  details,
}: {
  type: string
  automatique: boolean
  details: { jusquau?: unknown }
}) => evenementsDates.includes(type) && !(automatique && details.jusquau !== undefined)

/** The authors one may name: colleagues of the caisse, not those of another one. */
async function nomsDesAuteurs(tx: Transaction, { evenements }: ConventionEntiere): Promise<Map<string, string>> {
  const ids = evenements.flatMap(({ auteurId }) => (auteurId ? [auteurId] : []))
  const comptes = await tx.compte.findMany({
    where: { id: { in: ids } },
    select: { id: true, prenom: true, nom: true },
  })
  return new Map(comptes.map(({ id, prenom, nom }) => [id, `${prenom} ${nom}`]))
}

type Cadre = {
  jour: DateIso
  caisseId: string | null
  structures: { nom: string; ouvreLe: DateIso | null }[]
  revues: DateIso[]
  copils: CopilDate[]
}

/** What both sides read of a convention. */
function enCommun(convention: ConventionEntiere, auteurs: Map<string, string>, cadre: Cadre) {
  const { jour } = cadre
  const parts = convention.caisses.map((ligne) => {
    const cycle = cycleDe(convention, ligne.caisseId)
    const part = partDe(ligne)
    const situation = situationDe(convention, ligne)
    const finLe = cycle ? finPrevue(cycle, part) : part.finLe
    return {
      caisseId: ligne.caisseId,
      nom: ligne.caisse.nom,
      cycle,
      part,
      finLe,
      etat: etatDuJour({ ...situation, finLe }, jour),
      signeeLe: jourDe(ligne.signeeLe),
      utilisationSigneeLe: jourDe(ligne.utilisationSigneeLe),
      utilisationEffetLe: jourDe(ligne.utilisationEffetLe),
      habiliteDocuments: ligne.habiliteDocuments,
      motifFin: ligne.motifFin,
      referentId: ligne.referentId,
    }
  })
  const evenements = convention.evenements.map(({ id, type, le, auteurId, caisseId, justification, details }) => {
    const lus = (details ?? {}) as Record<string, string | number | boolean | null>
    return {
      id,
      type,
      le: typeof lus.le === 'string' ? lus.le : dateAParis(le),
      enregistreLe: le,
      caisseId,
      caisse: parts.find((part) => part.caisseId === caisseId)?.nom ?? '',
      auteur: auteurId ? (auteurs.get(auteurId) ?? null) : null,
      automatique: auteurId === null,
      justification,
      details: lus,
    }
  })
  const avenants = convention.avenants.map(({ signeLe, effetLe, ...avenant }) => ({
    ...avenant,
    signeLe: jourDe(signeLe),
    effetLe: jourDe(effetLe),
  }))
  const dates = datesDeLaConvention(
    {
      partenaire: { nom: convention.partenaire.nom, signeLe: jourDe(convention.partenaireSigneLe) },
      tiers: convention.signataires.map(({ organisme, signeeLe }) => ({ nom: organisme, signeeLe: jourDe(signeeLe) })),
      effetLe: jourDe(convention.effetLe),
      parts,
      avenants,
      evenements: evenements.filter(estUnActe),
      structures: cadre.structures.length > 1 ? cadre.structures : [],
      revues: cadre.revues,
      copils: cadre.copils.filter((copil) => estDeLaConvention(copil, convention, parts)),
      caisseId: cadre.caisseId,
    },
    jour,
  )
  return { convention, parts, evenements, avenants, dates, documents: convention.documents }
}

/** Of several conventions one after the other, a meeting belongs to the one that runs on its day. */
function estDeLaConvention(
  { caisseId, le }: CopilDate,
  { effetLe }: ConventionEntiere,
  parts: { caisseId: string; finLe: DateIso | null }[],
): boolean {
  const part = parts.find((ligne) => ligne.caisseId === caisseId)
  return Boolean(part && effetLe && le >= jourDe(effetLe) && (!part.finLe || le <= part.finLe))
}

export type VuePart = ReturnType<typeof enCommun>['parts'][number]
export type VueEvenement = ReturnType<typeof enCommun>['evenements'][number]

/** The conventions of the partenaire of a gestionnaire; a draft is the caisse's business. */
export function conventionsDuPartenaire(acteur: Acteur, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const conventions = await tx.convention.findMany({
      where: { partenaireId: acteur.partenaire?.id ?? '', caisses: { some: { etat: { not: 'brouillon' } } } },
      include: conventionEntiere,
      orderBy: [{ effetLe: 'desc' }, { id: 'desc' }],
    })
    const structures = await tx.structure.findMany({
      where: { partenaireId: acteur.partenaire?.id ?? '' },
      select: { nom: true, ouvreLe: true },
    })
    const caisses = await tx.contactCaisse.findMany({
      where: {
        caisseId: { in: conventions.flatMap(({ caisses }) => caisses.map(({ caisseId }) => caisseId)) },
        type: 'partenariat',
      },
      orderBy: { ordre: 'asc' },
    })
    const jour = dateAParis(maintenant)
    const cadre = {
      jour,
      caisseId: null,
      structures: structures.map(({ nom, ouvreLe }) => ({ nom, ouvreLe: jourDe(ouvreLe) })),
      revues: [],
      copils: await copilsDates(tx, acteur, acteur.partenaire?.id ?? ''),
    }
    const signees = (convention: ConventionEntiere) => ({
      ...convention,
      caisses: convention.caisses.filter(({ etat }) => etat !== 'brouillon'),
    })
    return {
      jour,
      contacts: caisses,
      conventions: conventions.map((convention) => enCommun(signees(convention), new Map(), cadre)),
    }
  })
}

export type VueConventionPartenaire = Awaited<ReturnType<typeof conventionsDuPartenaire>>['conventions'][number]
