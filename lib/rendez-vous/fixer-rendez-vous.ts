import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type DemandeVerrouillee, verrouillerDemande } from '@/lib/demandes/transition'
import { quand } from '@/lib/rendez-vous/libelles'
import { enCours, exigerPossible, rendezVousDe } from '@/lib/rendez-vous/lire'
import type { Tenue } from '@/lib/rendez-vous/modele'
import { prevenirAgenda } from '@/lib/rendez-vous/prevenir-agendas'
import { choisissable } from '@/lib/rendez-vous/regles'
import type { fixerSchema } from '@/lib/rendez-vous/schema'
import { inscrireTenue, placePrise, tenir, tenueDe } from '@/lib/rendez-vous/tenir'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate } from '@/lib/socle/jour'
import { ajouterJours, type CalendrierFerie, type DateIso, dateAParis, joursFeries } from '@/lib/socle/temps'

type Saisie = z.output<typeof fixerSchema>

/** Days: a year typed wrong is further away. */
const UN_AN = 366

/** An agent fixes the rendez-vous, or moves it: on a slot, or at an hour outside of them. */
export async function fixerRendezVous(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  const { tx } = contexte
  const demande = await verrouillerDemande(contexte, saisie.id)
  const avant = enCours(await rendezVousDe(tx, demande.id))
  const deplace = avant?.etat === 'fixe'
  exigerPossible(contexte, deplace ? 'deplacer' : 'fixer', demande, avant)
  const tenue = await tenueVoulue(contexte, demande, saisie, avant?.id)
  if (avant) await tenir(contexte, demande, avant, tenue)
  else await ouvrir(contexte, demande, tenue)
  return {
    vers: `/caisse/demandes/${demande.reference}#rendez-vous`,
    journal: {
      objetType: 'demande',
      objetId: demande.id,
      action: deplace ? 'rendez_vous.deplace' : 'rendez_vous.fixe',
      details: { debutLe: tenue.debutLe.toISOString() },
    },
  }
}

async function ouvrir(contexte: Contexte, demande: DemandeVerrouillee, tenue: Tenue): Promise<void> {
  const { tx, maintenant } = contexte
  const { id: demandeId, caisseId, structureId } = demande
  const rendezVous = { id: randomUUID(), ...tenue, sequence: 1 }
  await placePrise(() =>
    tx.rendezVous.createMany({
      data: [{ ...rendezVous, demandeId, caisseId, structureId, etat: 'fixe', creeLe: maintenant }],
    }),
  )
  await inscrireTenue(contexte, demande, false, tenue)
  await prevenirAgenda(contexte, demande, rendezVous, 'fixe')
}

/** No rendez-vous on a public holiday of the caisse's calendar, nor on a day it is closed: the same as for its slots. */
async function exigerOuverte({ tx }: Contexte, caisseId: string, jour: DateIso): Promise<void> {
  const { calendrier } = await tx.caisse.findUniqueOrThrow({ where: { id: caisseId }, select: { calendrier: true } })
  const fermeture = await tx.fermeture.findFirst({
    where: { caisseId, debutLe: { lte: enDate(jour) }, finLe: { gte: enDate(jour) } },
    select: { libelle: true },
  })
  const raison = joursFeries(Number(jour.slice(0, 4)), calendrier as CalendrierFerie).get(jour) ?? fermeture?.libelle
  if (raison)
    throw new ErreurMetier('saisie', undefined, {
      jour: `La caisse ne reçoit pas ce jour-là (${raison}) : choisissez un autre jour.`,
    })
}

async function tenueVoulue(
  contexte: Contexte,
  demande: DemandeVerrouillee,
  saisie: Saisie,
  rendezVousId?: string,
): Promise<Tenue> {
  const { tx, acteur, maintenant } = contexte
  if (saisie.creneauId) {
    const creneau = await tx.creneau.findUnique({ where: { id: saisie.creneauId, caisseId: demande.caisseId } })
    if (creneau && choisissable(creneau, maintenant)) return tenueDe(creneau)
    throw new ErreurMetier('saisie', undefined, {
      creneau: 'Ce créneau n’est plus libre. Rechargez la page : vous verrez ceux qui restent.',
    })
  }
  const { libre } = saisie as Extract<Saisie, { libre: object }>
  const { mode, lieu, jour, debutLe, finLe } = libre
  if (debutLe <= maintenant)
    throw new ErreurMetier('saisie', undefined, { jour: 'Ce jour et cette heure sont passés : choisissez plus tard.' })
  if (jour > ajouterJours(dateAParis(maintenant), UN_AN))
    throw new ErreurMetier('saisie', undefined, { jour: 'Ce jour est dans plus d’un an : vérifiez l’année.' })
  await exigerOuverte(contexte, demande.caisseId, jour)
  const reglages = await tx.reglagesCaisse.findUnique({
    where: { caisseId: demande.caisseId },
    select: { rendezVousModes: true },
  })
  if (reglages && !reglages.rendezVousModes.includes(mode))
    throw new ErreurMetier('saisie', undefined, {
      mode: 'La caisse ne propose pas cette façon de tenir un rendez-vous.',
    })
  // An agent of the caisse, who may act on a demande that a colleague follows.
  const agentId = demande.agentId ?? acteur.compteId
  const autre = await tx.rendezVous.findFirst({
    where: { agentId, etat: 'fixe', id: { not: rendezVousId }, debutLe: { lt: finLe }, finLe: { gt: debutLe } },
    select: { debutLe: true, finLe: true, demande: { select: { reference: true } } },
  })
  if (autre?.debutLe && autre.finLe)
    throw new ErreurMetier('saisie', undefined, {
      heure: `À cette heure, un autre rendez-vous est fixé : ${quand({ debutLe: autre.debutLe, finLe: autre.finLe })}, demande ${autre.demande.reference}. Choisissez une autre heure.`,
    })
  return { creneauId: null, agentId, mode, lieu: lieu || null, debutLe, finLe }
}
