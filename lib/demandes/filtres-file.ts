import { z } from 'zod'
import { etats, services } from '@/lib/demandes/modele'
import { type Ordre, rechercheSchema } from '@/lib/demandes/page'
import { normaliser } from '@/lib/demandes/regles'
import type { Acteur } from '@/lib/socle/acteur'
import type { Prisma } from '@/lib/socle/prisma/client'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'

export const vues = ['a_prendre', 'mes_demandes', 'en_retard', 'urgentes', 'en_attente', 'toutes', 'closes'] as const
export type Vue = (typeof vues)[number]

export const tris = ['echeance', 'recue', 'maj'] as const

/** Filters of the queue, as they stand in the address; what can't be read is ignored. */
export const filtresFileSchema = z.object({
  vue: z.enum(vues).catch('toutes'),
  service: z.enum(services).optional().catch(undefined),
  motif: z.uuid().optional().catch(undefined),
  etat: z.enum(etats).optional().catch(undefined),
  urgent: z.literal('oui').optional().catch(undefined),
  partenaire: z.uuid().optional().catch(undefined),
  /** `miennes`, or the id of a team. */
  equipe: z
    .union([z.literal('miennes'), z.uuid()])
    .optional()
    .catch(undefined),
  /** Due within this number of days, late ones included. */
  echeance: z
    // An empty field of the form is no number, and zero is a day.
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,3}$/)
        .transform(Number),
    ])
    .pipe(z.number().int().min(0).max(365))
    .optional()
    .catch(undefined),
  nonLus: z.literal('oui').optional().catch(undefined),
  /** Those that the usual way would have served, as agents noted. */
  procedure: z.literal('oui').optional().catch(undefined),
  /** `moi`, `personne`, or the id of an agent. */
  agent: z
    .union([z.literal(['moi', 'personne']), z.uuid()])
    .optional()
    .catch(undefined),
  /** Received at least this number of days ago. */
  age: z.coerce.number().int().min(1).max(3650).optional().catch(undefined),
  q: rechercheSchema.optional().catch(undefined),
  /** Id of the words (see lib/recherche/mots-gardes.ts): an address bears it, and never them. */
  r: z.uuid().optional().catch(undefined),
  /** By due date unless said otherwise; closed demandes by last change. */
  tri: z.enum(tris).optional().catch(undefined),
  sens: z.enum(['asc', 'desc']).optional().catch(undefined),
  apres: z.string().max(80).optional().catch(undefined),
  /** The saved view these filters come from. It narrows nothing. */
  enregistree: z.uuid().optional().catch(undefined),
})

export type FiltresFile = z.output<typeof filtresFileSchema>

/** Rows of a view, narrowed by the filters. */
export function conditions(acteur: Acteur, filtres: FiltresFile, maintenant: Date): Prisma.DemandeWhereInput {
  const { service, motif, etat, urgent, partenaire, equipe, echeance, nonLus, procedure, agent, age, q } = filtres
  return {
    ...vue(acteur, filtres.vue, maintenant),
    AND: {
      service,
      motifId: motif,
      etat,
      urgent: urgent && true,
      partenaireId: partenaire,
      equipeId: equipe === 'miennes' ? { in: acteur.equipes } : equipe,
      echeanceLe:
        echeance === undefined ? undefined : { lte: new Date(ajouterJours(dateAParis(maintenant), echeance)) },
      nonLusCaisse: nonLus && { gt: 0 },
      procedureOrdinaire: procedure && true,
      agentId: agent === 'moi' ? aMoi(acteur) : agent === 'personne' ? null : agent,
      deposeeLe: age ? { lte: new Date(maintenant.getTime() - age * 86_400_000) } : undefined,
      OR: q ? [{ nomRecherche: { contains: normaliser(q) } }, { reference: { startsWith: q } }] : undefined,
    },
  }
}

const colonnes = { echeance: 'triLe', recue: 'deposeeLe', maj: 'majLe' } as const

/** Order of the list: the nearest deadline first, what waits longest first, or the last change first; `sens` turns it round. */
export function ordreDe({ vue, tri = vue === 'closes' ? 'maj' : 'echeance', sens }: FiltresFile): Ordre {
  return { colonne: colonnes[tri], sens: sens ?? (tri === 'maj' ? 'desc' : 'asc') }
}

/** What an agent follows: its own, and those of the colleagues it stands in for today. */
const aMoi = ({ compteId, remplace }: Acteur) => (remplace.length === 0 ? compteId : { in: [compteId, ...remplace] })

function vue(acteur: Acteur, nom: Vue, maintenant: Date): Prisma.DemandeWhereInput {
  if (nom === 'closes') return { ouverte: false }
  const ouverte = { ouverte: true }
  if (nom === 'a_prendre') return { ...ouverte, agentId: null }
  if (nom === 'mes_demandes') return { ...ouverte, agentId: aMoi(acteur) }
  if (nom === 'en_retard') return { ...ouverte, echeanceLe: { lt: new Date(dateAParis(maintenant)) } }
  if (nom === 'urgentes') return { ...ouverte, urgent: true }
  if (nom === 'en_attente') return { ...ouverte, etat: 'attente_complement' }
  return ouverte
}
