import { z } from 'zod'
import type { ComptesPassage } from '@/lib/conservation/appliquer-conservation'
import { demandesDuGenre } from '@/lib/conservation/demandes-dues'
import { type Durees, dureesReglables } from '@/lib/conservation/durees'
import { effacementApres, effacementDeDelaissee } from '@/lib/conservation/regles'
import { ecrireCurseur, lireCurseur } from '@/lib/demandes/page'
import { type Acteur, nomComplet, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { jourDe } from '@/lib/socle/jour'
import { Prisma } from '@/lib/socle/prisma/client'
import type { DateIso } from '@/lib/socle/temps'
import { ajouterJours, dateAParis, debutDuJour } from '@/lib/socle/temps'

const taillePage = 50

const comptesSchema = z.record(z.string(), z.number())

/** Kinds that are counted by a function of their own. */
const comptages: Record<string, Prisma.Sql> = {
  formations: Prisma.sql`ep_formations_perimees`,
  copils: Prisma.sql`ep_copils_perimes`,
  questionnaires: Prisma.sql`ep_questionnaires_perimes`,
  bibliotheque: Prisma.sql`ep_bibliotheque_perimee`,
}

/** How much of each kind the purge would remove at that instant; `durees`: with these settings in the place of those saved. */
export async function comptesDuPassage(
  tx: Transaction,
  caisseId: string,
  instant: Date,
  durees: Partial<Durees> | null = null,
): Promise<ComptesPassage> {
  const [ligne] = await tx.$queryRaw<{ comptes: unknown }[]>`
    SELECT ep_conservation_comptes(${caisseId}::uuid, ${instant}::timestamptz, ${durees && JSON.stringify(durees)}::jsonb) AS comptes`
  const comptes = comptesSchema.parse(ligne?.comptes ?? {})
  for (const [nature, perimes] of Object.entries(comptages)) {
    const [compte] = await tx.$queryRaw<{ n: number | null }[]>`
      SELECT ${perimes}(${caisseId}::uuid, ${instant}::timestamptz, ${durees && JSON.stringify(durees)}::jsonb) AS n`
    if (compte?.n) comptes[nature] = compte.n
  }
  return comptes
}

export const filtresConservationSchema = z.object({
  genre: z.enum(['close', 'delaissee', 'retenue']).catch('close').default('close'),
  apres: z.string().max(200).optional().catch(undefined),
  fait: z.enum(['retenue', 'levee']).optional().catch(undefined),
})
export type FiltresConservation = z.output<typeof filtresConservationSchema>

export type LigneApercu = {
  id: string
  reference: string
  service: string
  etat: string
  depuis: Date
  /** First night it may go; null when it must be told first. */
  effacementLe: DateIso | null
  retenue: string | null
}

const heurePassage = 3.75 * 3_600_000

/** Instant of the next purge: a quarter to four, in Paris. */
export function prochainPassage(maintenant: Date): Date {
  const ceJour = new Date(debutDuJour(dateAParis(maintenant)).getTime() + heurePassage)
  return maintenant < ceJour
    ? ceJour
    : new Date(debutDuJour(ajouterJours(dateAParis(maintenant), 1)).getTime() + heurePassage)
}

function caisseDe(acteur: Acteur): { id: string; nom: string } {
  if (!acteur.caisse) throw new ErreurMetier('introuvable')
  return acteur.caisse
}

/** What the next purge will remove, what comes in the thirty days after, what is held back, and what the last nights did. */
export function apercuConservation(acteur: Acteur, filtres: FiltresConservation, maintenant = new Date()) {
  const caisse = caisseDe(acteur)
  const passage = prochainPassage(maintenant)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const reglages = await tx.reglagesCaisse.findUniqueOrThrow({ where: { caisseId: caisse.id } })
    const curseur = lireCurseur(filtres.apres)
    const lues =
      filtres.genre === 'retenue'
        ? []
        : await demandesDuGenre(tx, {
            caisseId: caisse.id,
            genre: filtres.genre,
            instant: passage,
            nombre: taillePage + 1,
            retenues: true,
            apres: curseur && { le: new Date(curseur.cle), id: curseur.id },
          })
    const page = lues.slice(0, taillePage)
    const derniere = page.at(-1)
    return {
      caisse,
      passage,
      comptes: await comptesDuPassage(tx, caisse.id, passage),
      dansUnMois: await comptesDuPassage(tx, caisse.id, new Date(passage.getTime() + 30 * 86_400_000)),
      lignes: page.map(
        ({ agentId: _, annonceLe, ...ligne }): LigneApercu => ({
          ...ligne,
          effacementLe:
            filtres.genre === 'close'
              ? effacementApres(ligne.depuis, reglages.conservationDemandeMois)
              : effacementDeDelaissee(ligne.depuis, reglages.conservationSansReponseMois, jourDe(annonceLe)),
        }),
      ),
      suivante: lues.length > taillePage && derniere ? ecrireCurseur({ cle: derniere.depuis, id: derniere.id }) : null,
      retenues: await lireRetenues(tx, caisse.id, dateAParis(maintenant)),
      passages: await lirePassages(tx, caisse.id),
    }
  })
}

export type ApercuConservation = Awaited<ReturnType<typeof apercuConservation>>

async function lireRetenues(tx: Transaction, caisseId: string, jour: DateIso) {
  const retenues = await tx.retenue.findMany({
    where: { caisseId, leveeLe: null, jusquau: { gte: new Date(jour) } },
    orderBy: [{ jusquau: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  const references = await tx.$queryRaw<{ id: string; reference: string }[]>`
    SELECT id, reference FROM ep_conservation_references(${retenues.map(({ demandeId }) => demandeId)}::uuid[])`
  const auteurs = await tx.compte.findMany({
    where: { id: { in: retenues.map(({ poseeParId }) => poseeParId) } },
    select: { id: true, prenom: true, nom: true },
  })
  return retenues.map(({ id, demandeId, raison, jusquau, poseeLe, poseeParId }) => {
    const auteur = auteurs.find((compte) => compte.id === poseeParId)
    return {
      id,
      reference: references.find((lue) => lue.id === demandeId)?.reference ?? '',
      raison,
      jusquau: jourDe(jusquau),
      poseeLe,
      par: auteur ? nomComplet(auteur) : 'Compte supprimé',
    }
  })
}

async function lirePassages(tx: Transaction, caisseId: string) {
  const passages = await tx.passageConservation.findMany({ where: { caisseId }, orderBy: { jour: 'desc' }, take: 14 })
  return passages.map(({ jour, faitLe, comptes }) => ({
    jour: jourDe(jour),
    faitLe,
    comptes: comptesSchema.parse(comptes),
  }))
}

/** The durations of the caisse, for the register. */
export function registreDe(acteur: Acteur) {
  const caisse = caisseDe(acteur)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const reglages = await tx.reglagesCaisse.findUniqueOrThrow({ where: { caisseId: caisse.id } })
    const adresse = await tx.caisse.findUniqueOrThrow({
      where: { id: caisse.id },
      select: { nom: true, adresse: true, codePostal: true, ville: true },
    })
    const dpo = await tx.contactCaisse.findMany({
      where: { caisseId: caisse.id, type: 'dpo' },
      orderBy: { ordre: 'asc' },
    })
    const durees = Object.fromEntries(
      Object.keys(dureesReglables).map((nom) => [nom, reglages[nom as keyof Durees]]),
    ) as Durees
    return { caisse: adresse, dpo, durees, documentDisponibleJours: reglages.documentDisponibleJours }
  })
}

export type Registre = Awaited<ReturnType<typeof registreDe>>
