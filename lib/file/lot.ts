import { z } from 'zod'
import { type DemandeVerrouillee, verrouillerDemande } from '@/lib/demandes/transition'
import { journaliser } from '@/lib/journal/ecrire'
import type { EvenementJournal } from '@/lib/journal/evenements'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import type { Contexte } from '@/lib/socle/action'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { consignerIncident } from '@/lib/socle/logs'
import type { Prisma } from '@/lib/socle/prisma/client'

export type TypeLot = 'prendre' | 'attribuer' | 'clore'

/** Who acts, from where and when: the acts of a lot each open their own transaction. */
export type Cadre = { acteur: Acteur; adresse: string; maintenant: Date }

const instant = z.coerce.date().nullable()

/** What giving a demande back needs: how it stood before. */
const avantSchema = z.object({
  etat: z.string(),
  agentId: z.string().nullable(),
  equipeId: z.string().nullable(),
  priseEnChargeLe: instant,
})

export type Avant = z.output<typeof avantSchema>

const ligneSchema = z.object({
  demandeId: z.string(),
  reference: z.string(),
  fait: z.boolean(),
  /** Why it was not done. */
  raison: z.string().optional(),
  avant: avantSchema.optional(),
  /** The version the act gave: another one means that something has happened since. */
  version: z.number().optional(),
  /** Undone, or why it could not be. */
  annulee: z.union([z.literal(true), z.string()]).optional(),
})

export type LigneLot = z.output<typeof ligneSchema>

export const lireLignes = (json: unknown): LigneLot[] => z.array(ligneSchema).parse(json)

type Lot = { id: string; type: TypeLot; total: number; details?: Prisma.InputJsonObject }

/** False when the lot is begun already: a second click leads to the report of the first. */
async function commencer(
  { acteur, maintenant }: Cadre,
  { id, type, total, details = {}, demandes }: Lot & { demandes: string[] },
): Promise<boolean> {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    if ((await tx.demande.count({ where: { id: { in: demandes } } })) === 0) throw new ErreurMetier('introuvable')
    const lot = { id, caisseId: acteur.caisse?.id ?? '', compteId: acteur.compteId, type, le: maintenant, lignes: [] }
    const { count } = await tx.actionGroupee.createMany({ data: [{ ...lot, total, details }], skipDuplicates: true })
    return count === 1
  })
}

type Act = (contexte: Contexte, demande: DemandeVerrouillee) => Promise<unknown>

/**
 * Does one act on several demandes, a transaction for each: what is refused undoes nothing else, and the report is written
 * with each act, so that it is true even of a lot that was cut.
 */
export async function executerLot(
  cadre: Cadre,
  lot: Lot & { journal: EvenementJournal; demandes: string[] },
  acte: Act,
): Promise<void> {
  if (!(await commencer(cadre, lot))) return
  for (const demandeId of lot.demandes) {
    try {
      await faire(cadre, lot, demandeId, acte)
    } catch (erreur) {
      await refuser(cadre, lot.id, demandeId, raisonDe(erreur))
    }
  }
}

async function faire(
  { acteur, adresse, maintenant }: Cadre,
  lot: Lot & { journal: EvenementJournal },
  demandeId: string,
  acte: Act,
): Promise<void> {
  await avecPerimetre(perimetre(acteur), async (tx) => {
    const contexte = { tx, acteur, maintenant }
    const demande = await verrouillerDemande(contexte, demandeId)
    await acte(contexte, demande)
    const { version } = await tx.demande.findUniqueOrThrow({ where: { id: demandeId }, select: { version: true } })
    if (version === demande.version) throw new ErreurMetier('doublon', dejaFait[lot.type])
    const { reference, etat, agentId, equipeId, priseEnChargeLe } = demande
    const avant = { etat, agentId, equipeId, priseEnChargeLe: priseEnChargeLe?.toISOString() ?? null }
    await ajouter(tx, lot.id, { demandeId, reference, fait: true, avant, version })
    const trace = { objetType: 'demande', objetId: demandeId, caisseId: demande.caisseId, details: { lot: lot.id } }
    await journaliser(tx, { action: lot.journal, acteur, adresse, ...trace })
  })
}

const dejaFait: Record<TypeLot, string> = {
  prendre: 'Vous vous en occupez déjà.',
  attribuer: 'Elle y était déjà.',
  clore: 'Elle était déjà close.',
}

function raisonDe(erreur: unknown): string {
  if (erreur instanceof ErreurMetier) return Object.values(erreur.erreurs ?? {})[0] ?? erreur.message
  const incident = consignerIncident(erreur, 'lot')
  return `Une erreur inattendue s’est produite. Réessayez, ou signalez l’incident ${incident}.`
}

/** The refusal has its own transaction: that of the act is gone. */
async function refuser({ acteur }: Cadre, lotId: string, demandeId: string, raison: string): Promise<void> {
  await avecPerimetre(perimetre(acteur), async (tx) => {
    const demande = await tx.demande.findUnique({ where: { id: demandeId }, select: { reference: true } })
    await ajouter(tx, lotId, { demandeId, reference: demande?.reference ?? '', fait: false, raison })
  })
}

async function ajouter(tx: Transaction, lotId: string, ligne: Prisma.InputJsonObject): Promise<void> {
  await tx.$executeRaw`UPDATE action_groupee SET lignes = lignes || ${JSON.stringify([ligne])}::jsonb WHERE id = ${lotId}::uuid`
}
