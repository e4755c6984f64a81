import { z } from 'zod'
import { etats } from '@/lib/demandes/modele'
import { journaliser } from '@/lib/journal/ecrire'
import { type DemandeDuDossier, dossierSchema } from '@/lib/personnes/dossier'
import type { Canal, EvenementPersonne, IssueDroit, MoyenIdentite, TypeDroit } from '@/lib/personnes/libelles'
import { horlogeDuDroit } from '@/lib/personnes/regles'
import { type Acteur, nomComplet, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import { jourDe } from '@/lib/socle/jour'
import type { DemandePersonne } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'

const registreMax = 500

const typer = (demande: DemandePersonne, maintenant: Date) => ({
  ...demande,
  type: demande.type as TypeDroit,
  canal: demande.canal as Canal,
  identiteMoyen: demande.identiteMoyen as MoyenIdentite | null,
  issue: demande.issue as IssueDroit | null,
  horloge: horlogeDuDroit(
    { echeanceLe: jourDe(demande.echeanceLe), reponduLe: jourDe(demande.reponduLe) },
    dateAParis(maintenant),
  ),
})

/** The register: what waits first, the nearest end first; then what was answered, the last first. */
export function registreDesDroits(acteur: Acteur, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const ouvertes = await tx.demandePersonne.findMany({
      where: { etat: 'ouverte' },
      orderBy: [{ echeanceLe: 'asc' }, { id: 'asc' }],
      take: registreMax,
    })
    const traitees = await tx.demandePersonne.findMany({
      where: { etat: 'traitee' },
      orderBy: [{ reponduLe: 'desc' }, { id: 'desc' }],
      take: registreMax,
    })
    return {
      ouvertes: ouvertes.map((demande) => typer(demande, maintenant)),
      traitees: traitees.map((demande) => typer(demande, maintenant)),
    }
  })
}

export type DroitDuRegistre = Awaited<ReturnType<typeof registreDesDroits>>['ouvertes'][number]

async function lireDroit(tx: Transaction, id: string, maintenant: Date) {
  const demande = estId(id) ? await tx.demandePersonne.findUnique({ where: { id } }) : null
  return demande && typer(demande, maintenant)
}

/** One request with its history, its limitations, its opposition and its copies. Null outside the caisse. */
export function droitDe(acteur: Acteur, id: string, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const demande = await lireDroit(tx, id, maintenant)
    if (!demande) return null
    const evenements = await tx.evenementPersonne.findMany({
      where: { demandePersonneId: id },
      orderBy: [{ le: 'desc' }, { id: 'desc' }],
    })
    const comptes = await tx.compte.findMany({
      where: { id: { in: evenements.map(({ auteurId }) => auteurId) } },
      select: { id: true, prenom: true, nom: true },
    })
    const noms = new Map(comptes.map((compte) => [compte.id, nomComplet(compte)]))
    return {
      ...demande,
      evenements: evenements.map((evenement) => ({
        ...evenement,
        type: evenement.type as EvenementPersonne,
        auteur: noms.get(evenement.auteurId) ?? null,
      })),
      dossiers: await tx.dossierPersonne.count({ where: { demandePersonneId: id } }),
      limites: await tx.limitation.count({ where: { demandePersonneId: id, leveeLe: null } }),
      opposition: await tx.opposition.findFirst({ where: { demandePersonneId: id, leveeLe: null } }),
      exports: await tx.exportPersonne.findMany({
        where: { demandePersonneId: id },
        orderBy: { demandeLe: 'desc' },
        omit: { cleEnveloppee: true },
        take: 10,
      }),
    }
  })
}

export type DroitLu = NonNullable<Awaited<ReturnType<typeof droitDe>>>

const candidatSchema = z.object({
  id: z.string(),
  reference: z.string(),
  /** 1: same names and date; 2: same names; 3: near names; 4: a name and the date; 5: named in a text; 9: kept, and not found any more. */
  niveau: z.number(),
  retenue: z.boolean(),
  limitee: z.boolean(),
  civilite: z.string().nullable(),
  nomNaissance: z.string().nullable(),
  nomUsage: z.string().nullable(),
  prenom: z.string().nullable(),
  dateNaissance: z.coerce.date().nullable(),
  departement: z.string().nullable(),
  objet: z.string(),
  etat: z.enum(etats),
  partenaire: z.string().nullable(),
  deposeeLe: z.coerce.date(),
})

export type Candidat = z.output<typeof candidatSchema>

/** Demandes of the caisse that may be those of the person, with what tells one from another. Looking is an act, in the journal. */
export function candidatsDe(acteur: Acteur, id: string, adresse: string, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const demande = await lireDroit(tx, id, maintenant)
    if (!demande) return null
    const candidats = z.array(candidatSchema).parse(await tx.$queryRaw`SELECT * FROM ep_personne_liste(${id}::uuid)`)
    await journaliser(tx, {
      action: 'personne.cherchee',
      acteur,
      adresse,
      objetType: 'demande_personne',
      objetId: id,
      details: { resultats: candidats.length },
    })
    return { demande, candidats }
  })
}

/** Reads all that hangs on the demandes kept for a request, as whoever asks may. */
export async function lireDossier(tx: Transaction, id: string): Promise<DemandeDuDossier[]> {
  const [rang] = await tx.$queryRaw<{ dossier: unknown }[]>`SELECT ep_dossier_personne(${id}::uuid) AS dossier`
  return dossierSchema.parse(rang?.dossier ?? [])
}

/** All that is kept about the person, for the DPO. Each demande read is a row of the journal. */
export function dossierDe(acteur: Acteur, id: string, adresse: string, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const demande = await lireDroit(tx, id, maintenant)
    if (!demande) return null
    const dossier = await lireDossier(tx, id)
    for (const { id: demandeId } of dossier)
      await journaliser(tx, {
        action: 'personne.dossier_vu',
        acteur,
        adresse,
        objetType: 'demande',
        objetId: demandeId,
        details: { droit: demande.reference },
      })
    return { demande, dossier }
  })
}

/** What agents are told of the person of a demande: oppositions that the caisse has accepted. */
export function oppositionsSur(acteur: Acteur, demande: { caisseId: string; clePersonne: string }) {
  if (!demande.clePersonne) return Promise.resolve([])
  return avecPerimetre(perimetre(acteur), (tx) =>
    tx.opposition.findMany({
      where: { caisseId: demande.caisseId, clePersonne: demande.clePersonne, decision: 'acceptee', leveeLe: null },
      select: { id: true, consigne: true, decideeLe: true },
      orderBy: { decideeLe: 'desc' },
    }),
  )
}
