import { finPrevue } from '@/lib/conventions/cycle'
import { etatDuJour } from '@/lib/conventions/libelles'
import { cycleDe, partDe } from '@/lib/conventions/lire-cycle'
import { estVivante } from '@/lib/conventions/regles'
import { compterPlaces, type Places, quotaGestionnaires, quotaTechniciens } from '@/lib/habilitations/regles'
import type { Transaction } from '@/lib/socle/base'
import { jourDe } from '@/lib/socle/jour'
import type { Prisma } from '@/lib/socle/prisma/client'
import { ajouterJours, type DateIso, dateAParis } from '@/lib/socle/temps'

/** Ends are shown in the list three months ahead: time to renew, or to prepare the departure. */
const JOURS_FIN_PROCHE = 92

const colonnesPart = {
  conventionId: true,
  partenaireId: true,
  etat: true,
  utilisationEffetLe: true,
  finLe: true,
  miseEnDemeureLe: true,
  miseEnDemeureEcheanceLe: true,
  causeFin: true,
  reconduiteLe: true,
  convention: {
    select: {
      intitule: true,
      effetLe: true,
      dureeMois: true,
      taciteReconduction: true,
      preavisMois: true,
      avenants: {
        select: { effetLe: true, dureeMois: true, taciteReconduction: true, preavisMois: true, caisseIds: true },
      },
    },
  },
} satisfies Prisma.ConventionCaisseSelect

type LignePart = Prisma.ConventionCaisseGetPayload<{ select: typeof colonnesPart }>

/** The part of this caisse in a convention, with its last day as far as it is known. */
export type PartDeCaisse = {
  conventionId: string
  intitule: string
  etat: string
  vivante: boolean
  effetLe: DateIso | null
  finLe: DateIso | null
  echeanceMiseEnDemeure: DateIso | null
}

export type PlacesStructure = { gestionnaires: Places; techniciens: Places }

export type Situation = {
  part: PartDeCaisse
  parts: PartDeCaisse[]
  /** The known last day, when it is near. */
  finProche: DateIso | null
  suspendueLe: Date | null
  /** Accounts beyond the quotas, over all the structures. */
  depassement: number
  places: Record<string, PlacesStructure>
}

/**
 * Where each partenaire of the caisse stands, by its id: convention, suspension, seats. A few hundred of them: read at once, so
 * that the views of the list can be counted and a page cut afterwards. `partenaireId`: that one only.
 */
export async function situationsDeLaCaisse(
  tx: Transaction,
  caisseId: string,
  maintenant: Date,
  partenaireId?: string,
): Promise<Map<string, Situation>> {
  const aujourdhui = dateAParis(maintenant)
  const lignes = await tx.conventionCaisse.findMany({ where: { caisseId, partenaireId }, select: colonnesPart })
  const suspensions = await tx.suspension.findMany({
    where: {
      caisseId,
      partenaireId,
      debutLe: { lte: maintenant },
      OR: [{ finLe: null }, { finLe: { gt: maintenant } }],
    },
    select: { partenaireId: true, debutLe: true },
  })
  const ids = [...new Set(lignes.map((ligne) => ligne.partenaireId))]
  const places = await lirePlaces(tx, ids, aujourdhui)
  return new Map(
    ids.map((id) => {
      const parts = lignes
        .filter((ligne) => ligne.partenaireId === id)
        .map((ligne) => lirePart(ligne, caisseId, aujourdhui))
        .sort(parImportance)
      const [part] = parts as [PartDeCaisse]
      const proche = part.vivante && part.finLe !== null && part.finLe <= ajouterJours(aujourdhui, JOURS_FIN_PROCHE)
      const siennes = places.filter((ligne) => ligne.partenaireId === id)
      return [
        id,
        {
          part,
          parts,
          finProche: proche ? part.finLe : null,
          suspendueLe: suspensions.find((suspension) => suspension.partenaireId === id)?.debutLe ?? null,
          depassement: siennes.reduce(
            (total, { gestionnaires, techniciens }) => total + gestionnaires.depassement + techniciens.depassement,
            0,
          ),
          places: Object.fromEntries(siennes.map(({ structureId, ...reste }) => [structureId, reste])),
        },
      ]
    }),
  )
}

function lirePart(ligne: LignePart, caisseId: string, aujourdhui: DateIso): PartDeCaisse {
  const { convention, conventionId, ...lue } = ligne
  const part = partDe(lue)
  const cycle = cycleDe(convention, caisseId)
  const finLe = cycle && part.etat !== 'brouillon' ? finPrevue(cycle, part) : part.finLe
  const effetLe = jourDe(convention.effetLe ?? lue.utilisationEffetLe)
  const etat = etatDuJour({ ...part, effetLe, finLe }, aujourdhui)
  return {
    conventionId,
    intitule: convention.intitule,
    etat,
    vivante: estVivante({ etat, finLe }, aujourdhui),
    effetLe,
    finLe,
    echeanceMiseEnDemeure: part.miseEnDemeureEcheanceLe,
  }
}

/** The live one first, then a draft, then the one that ended last. */
function parImportance(a: PartDeCaisse, b: PartDeCaisse): number {
  const rang = ({ vivante, etat }: PartDeCaisse) => (vivante ? 0 : etat === 'brouillon' ? 1 : 2)
  return rang(a) - rang(b) || (b.finLe ?? '').localeCompare(a.finLe ?? '')
}

type LignePlaces = {
  structureId: string
  partenaireId: string
  membres: number
  gestionnaires: number
  techniciens: number
  quotaTechniciens: boolean
}

/** Seats of every structure of some partenaires, in one query: the same count as that of a creation. */
async function lirePlaces(tx: Transaction, ids: string[], jour: DateIso) {
  const lignes = await tx.$queryRaw<LignePlaces[]>`
    SELECT s.id AS "structureId", s."partenaireId", p.*
    FROM structure s CROSS JOIN LATERAL ep_places(s.id, ${jour}::date) p
    WHERE s."partenaireId" = ANY (${ids}::uuid[])`
  return lignes.map(({ structureId, partenaireId, membres, quotaTechniciens: limites, ...occupees }) => ({
    structureId,
    partenaireId,
    gestionnaires: compterPlaces(quotaGestionnaires(membres), occupees.gestionnaires),
    techniciens: compterPlaces(limites ? quotaTechniciens(membres) : null, occupees.techniciens),
  }))
}
