import type { z } from 'zod'
import { echeanceMiseEnDemeure } from '@/lib/conventions/cycle'
import { inscrireEvenement } from '@/lib/conventions/evenements'
import { refusDeResiliation } from '@/lib/conventions/fins'
import { enMots } from '@/lib/conventions/libelles'
import { changerPart, etatApres, exigerActe, exigerCycle, verrouillerPart } from '@/lib/conventions/part'
import { prevenirLesParties } from '@/lib/conventions/prevenir'
import type { mettreEnDemeureSchema, motifSchema, resilierSchema } from '@/lib/conventions/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate, jourDe } from '@/lib/socle/jour'
import { ajouterJours } from '@/lib/socle/temps'

/** A breach, told with the time to put it right that the caisse has set for the text that is broken; 0 day: at once. */
export async function mettreEnDemeure(
  contexte: Contexte,
  saisie: z.output<typeof mettreEnDemeureSchema>,
): Promise<Suite> {
  const lue = await verrouillerPart(contexte, saisie.id)
  exigerActe(lue, 'mettre_en_demeure', saisie.version)
  const { convention, part, jour } = lue
  const { effetLe } = exigerCycle(lue)
  if (saisie.le > jour || saisie.le < effetLe)
    throw new ErreurMetier('saisie', undefined, {
      le: `Saisissez une date entre le ${enMots(effetLe)}, effet de la convention, et aujourd’hui.`,
    })
  const reglages = await contexte.tx.reglagesCaisse.findUniqueOrThrow({ where: { caisseId: part.caisseId } })
  const delai = saisie.regime === 'portail' ? reglages.delaiMiseEnDemeurePortailJours : reglages.delaiMiseEnDemeureJours
  const echeance = echeanceMiseEnDemeure(saisie.le, delai)
  await changerPart(contexte, lue, {
    etat: 'mise_en_demeure',
    miseEnDemeureLe: enDate(saisie.le),
    miseEnDemeureEcheanceLe: enDate(echeance),
  })
  await inscrireEvenement(contexte, part, 'mise_en_demeure', {
    justification: saisie.motif,
    details: { le: saisie.le, regime: saisie.regime, delai, echeance },
  })
  const modele = delai === 0 ? 'convention_mise_en_demeure_immediate' : 'convention_mise_en_demeure'
  await prevenirLesParties(contexte, convention, modele, { jour: echeance, motif: saisie.motif })
  return {
    vers: `/caisse/conventions/${convention.id}`,
    journal: { objetType: 'convention', objetId: convention.id, details: { regime: saisie.regime, echeance } },
  }
}

/** The breach is cured: the part takes back the state it would have. */
export async function leverMiseEnDemeure(
  contexte: Contexte,
  { id, version, motif }: z.output<typeof motifSchema>,
): Promise<Suite> {
  const lue = await verrouillerPart(contexte, id)
  exigerActe(lue, 'lever', version)
  const { convention, part } = lue
  await changerPart(contexte, lue, {
    etat: etatApres(lue, { miseEnDemeureLe: null }),
    miseEnDemeureLe: null,
    miseEnDemeureEcheanceLe: null,
  })
  await inscrireEvenement(contexte, part, 'mise_en_demeure_levee', { justification: motif })
  await prevenirLesParties(contexte, convention, 'convention_mise_en_demeure_levee', { motif })
  return { vers: `/caisse/conventions/${convention.id}`, journal: { objetType: 'convention', objetId: convention.id } }
}

/** Ends the part of the caisse, once the cure period has passed. `effetLe`: the first day without access. */
export async function resilierConvention(
  contexte: Contexte,
  { id, version, effetLe, motif }: z.output<typeof resilierSchema>,
): Promise<Suite> {
  const lue = await verrouillerPart(contexte, id)
  const { convention, part, jour, situation } = lue
  if (situation.miseEnDemeureLe === null && situation.etat !== 'brouillon')
    throw new ErreurMetier(
      'etat_change',
      'Une convention se résilie après une mise en demeure restée sans effet. Mettez d’abord le partenaire en demeure, ou dénoncez la convention pour son anniversaire.',
    )
  exigerActe(lue, 'resilier', version)
  const echeance = jourDe(part.miseEnDemeureEcheanceLe)
  if (echeance !== null && echeance > jour)
    throw new ErreurMetier(
      'etat_change',
      `Le partenaire a jusqu’au ${enMots(echeance)} pour se mettre en règle\u00a0: la convention pourra être résiliée à partir de ce jour. En cas d’urgence, suspendez le partenaire.`,
    )
  const refus = refusDeResiliation(situation, effetLe, jour)
  if (refus) throw new ErreurMetier('saisie', undefined, { effetLe: refus })
  const finLe = ajouterJours(effetLe, -1)
  await changerPart(contexte, lue, {
    ...(effetLe === jour ? { etat: 'resiliee' } : {}),
    finLe: enDate(finLe),
    causeFin: 'resiliation',
    motifFin: motif,
  })
  await inscrireEvenement(contexte, part, 'resiliee', { justification: motif, details: { effetLe, finLe } })
  await prevenirLesParties(contexte, convention, 'convention_resiliee', { jour: effetLe, motif })
  return {
    vers: `/caisse/conventions/${convention.id}`,
    journal: { objetType: 'convention', objetId: convention.id, details: { effetLe } },
  }
}
