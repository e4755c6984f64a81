import { z } from 'zod'
import { etats, services } from '@/lib/demandes/modele'
import { formesConsentement } from '@/lib/personnes/libelles'

const instant = z.string().describe('Instant, ISO 8601')
const jour = z.string().describe('Jour, AAAA-MM-JJ')

/**
 * Shape of all that is kept about a person at a caisse, as the database gives it and as the export holds it (`donnees.json`). Its
 * words are those of the JSON: they are documented in the README of the archive, and change with its version.
 */
const demandeDuDossierSchema = z.object({
  id: z.string(),
  reference: z.string(),
  etat: z.enum(etats),
  service: z.enum(services),
  objet: z.string(),
  prestation: z.string().nullable(),
  urgent: z.boolean(),
  deposeeLe: instant,
  closeLe: instant.nullable(),
  echeanceLe: jour.nullable(),
  issue: z.string().nullable(),
  partenaire: z.string().nullable(),
  auteur: z.object({ nom: z.string(), fonction: z.string() }).nullable(),
  agent: z.string().nullable(),
  personne: z.object({
    civilite: z.string().nullable(),
    nomNaissance: z.string().nullable(),
    nomUsage: z.string().nullable(),
    prenom: z.string().nullable(),
    dateNaissance: jour.nullable(),
    departement: z.string().nullable(),
  }),
  consentement: z.object({ forme: z.enum(formesConsentement), le: jour }).nullable(),
  attestations: z.array(z.object({ code: z.string(), texte: z.string() })),
  details: z.record(z.string(), z.unknown()),
  piecesAbsentes: z.array(z.object({ code: z.string(), libelle: z.string(), raison: z.string() })),
  limitation: z.object({ motif: z.string(), poseeLe: instant, iciPosee: z.boolean() }).nullable(),
  messages: z.array(
    z.object({
      id: z.string(),
      cote: z.enum(['partenaire', 'caisse']),
      interne: z.boolean(),
      auteur: z.string(),
      envoyeLe: instant,
      texte: z.string(),
      retireLe: instant.nullable(),
    }),
  ),
  fichiers: z.array(
    z.object({
      id: z.string(),
      nom: z.string(),
      type: z.string(),
      taille: z.number(),
      sens: z.enum(['entrante', 'sortante']),
      code: z.string(),
      etat: z.string(),
      deposeLe: instant,
      retireLe: instant.nullable(),
      expireLe: instant.nullable(),
      telechargements: z.number(),
    }),
  ),
  rendezVous: z.array(
    z.object({
      id: z.string(),
      mode: z.string(),
      lieu: z.string().nullable(),
      debutLe: instant.nullable(),
      finLe: instant.nullable(),
      etat: z.string(),
      raison: z.string().nullable(),
    }),
  ),
  historique: z.array(
    z.object({
      type: z.string(),
      le: instant,
      cote: z.string(),
      auteur: z.string().nullable(),
      details: z.record(z.string(), z.unknown()),
    }),
  ),
  courriels: z.array(
    z.object({
      modele: z.string(),
      objet: z.string().nullable(),
      destinataire: z.string(),
      etat: z.string(),
      le: instant,
    }),
  ),
  consultations: z.array(
    z.object({
      rang: z.number(),
      le: instant,
      action: z.string(),
      profil: z.string().nullable(),
      nom: z.string().nullable(),
      organisme: z.string().nullable(),
    }),
  ),
})

export const dossierSchema = z.array(demandeDuDossierSchema)

export type DemandeDuDossier = z.output<typeof demandeDuDossierSchema>

/**
 * What is given to the person: the same, but for the names of those who read. A right of access says by whom and when, as an
 * organisation; the name of an employee is given when it is needed only (CJUE, C-579/21).
 */
export function pourLaPersonne(dossier: DemandeDuDossier[]) {
  return dossier.map(({ consultations, ...demande }) => ({
    ...demande,
    consultations: consultations.map(({ nom: _, ...consultation }) => consultation),
  }))
}

/** Files that may be handed over: clean ones that are still there. The others are listed. */
export const remettable = ({ etat }: { etat: string }): boolean => etat === 'saine' || etat === 'non_analysee'
