import { decouper, type Intervalle, type JourEcarte, joursOuverts } from '@/lib/rendez-vous/decoupe'
import { quand } from '@/lib/rendez-vous/libelles'
import type { SaisiePlages } from '@/lib/rendez-vous/schema-plages'
import type { Acteur } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate, jourDe } from '@/lib/socle/jour'
import { ajouterJours, type CalendrierFerie, type DateIso, dateAParis, debutDuJour } from '@/lib/socle/temps'

export type JourDecoupe = { jour: DateIso; demiJournees: Intervalle[][] }

export type Prevision = { jours: JourDecoupe[]; ecartes: JourEcarte[]; creneaux: number }

/** What a form of availabilities would create: its days, its slots, the days left aside. Refuses in words what cannot be. */
export async function prevoirPlages(
  { tx, acteur, maintenant }: { tx: Transaction; acteur: Acteur; maintenant: Date },
  saisie: SaisiePlages,
): Promise<Prevision> {
  const caisseId = acteur.caisse?.id ?? ''
  const refuser = (champ: string, message: string) => {
    throw new ErreurMetier('saisie', undefined, { [champ]: message })
  }
  const { du, au, mode, horaires, dureeMinutes, pour } = saisie
  const caisse = await tx.caisse.findUniqueOrThrow({
    where: { id: caisseId },
    select: {
      calendrier: true,
      reglages: { select: { rendezVousModes: true } },
      fermetures: { where: { debutLe: { lte: enDate(au) }, finLe: { gte: enDate(du) } } },
    },
  })
  if (du < dateAParis(maintenant)) refuser('du', 'Ce jour est passé : choisissez aujourd’hui ou plus tard')
  if (caisse.reglages && !caisse.reglages.rendezVousModes.includes(mode))
    refuser('mode', 'La caisse ne propose pas cette façon de tenir un rendez-vous')
  if (
    pour !== 'guichet' &&
    !(await tx.compte.count({ where: { id: pour, caisseId, roles: { has: 'agent' }, etat: 'actif' } }))
  )
    refuser('pour', 'Cet agent n’est plus actif : choisissez qui reçoit')
  const { jours, ecartes } = joursOuverts({
    du,
    au,
    semaine: du === au ? [1, 2, 3, 4, 5, 6] : saisie.semaine,
    calendrier: caisse.calendrier as CalendrierFerie,
    fermetures: caisse.fermetures.map(({ debutLe, finLe, libelle }) => ({
      debutLe: jourDe(debutLe),
      finLe: jourDe(finLe),
      libelle,
    })),
  })
  const decoupes = jours
    .map((jour) => ({
      jour,
      demiJournees: horaires
        // Today, what has begun is over.
        .map((heures) => decouper(jour, heures, dureeMinutes).filter(({ debutLe }) => debutLe > maintenant))
        .filter((intervalles) => intervalles.length > 0),
    }))
    .filter(({ demiJournees }) => demiJournees.length > 0)
  const creneaux = decoupes.reduce((total, { demiJournees }) => total + demiJournees.flat().length, 0)
  if (creneaux === 0)
    refuser(
      'du',
      ecartes[0]
        ? `Aucun créneau : la caisse est fermée ce jour-là (${ecartes[0].raison})`
        : 'Aucun créneau : c’est un dimanche, ces heures sont déjà passées, ou aucun jour coché n’est dans la période',
    )
  if (creneaux > CRENEAUX_MAX)
    refuser(
      'au',
      `Cela ferait ${creneaux} créneaux, pour ${CRENEAUX_MAX} au plus en une fois : raccourcissez la période`,
    )
  if (pour !== 'guichet') await refuserChevauchement(tx, pour, saisie, decoupes, acteur)
  return { jours: decoupes, ecartes, creneaux }
}

const CRENEAUX_MAX = 2_000

/** Nobody receives in two places at once. */
async function refuserChevauchement(
  tx: Transaction,
  agentId: string,
  { du, au }: SaisiePlages,
  decoupes: JourDecoupe[],
  acteur: Acteur,
): Promise<void> {
  const pris = await tx.creneau.findMany({
    where: { agentId, debutLe: { gte: debutDuJour(ajouterJours(du, -1)), lt: debutDuJour(ajouterJours(au, 2)) } },
    select: { debutLe: true, finLe: true },
    orderBy: { debutLe: 'asc' },
  })
  const voulus = decoupes.flatMap(({ demiJournees }) => demiJournees.flat())
  const heurts = pris.filter(({ debutLe, finLe }) => voulus.some((v) => v.debutLe < finLe && debutLe < v.finLe))
  const [premier] = heurts
  if (!premier) return
  const qui = agentId === acteur.compteId ? 'Vous avez déjà' : 'Ce collègue a déjà'
  const autres = heurts.length > 1 ? ` et ${heurts.length - 1} autres dans la période` : ''
  throw new ErreurMetier('saisie', undefined, {
    matinDebut: `${qui} un créneau ${quand(premier)}${autres}. Changez les heures ou les jours, ou retirez d’abord ces créneaux.`,
  })
}
