import type { z } from 'zod'
import { refuserChevauchement } from '@/lib/conventions/chevauchement'
import { terme } from '@/lib/conventions/cycle'
import { inscrireEvenement } from '@/lib/conventions/evenements'
import { refusDeDenonciation } from '@/lib/conventions/fins'
import {
  changerPart,
  etatApres,
  exigerActe,
  exigerCycle,
  type PartVerrouillee,
  verrouillerPart,
} from '@/lib/conventions/part'
import { prevenirLesParties } from '@/lib/conventions/prevenir'
import type { denoncerSchema, motifSchema } from '@/lib/conventions/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate } from '@/lib/socle/jour'

/** A dénonciation, by the caisse or by the partenaire: the notice respected, the part ends at the anniversary chosen. */
export async function denoncerConvention(contexte: Contexte, saisie: z.output<typeof denoncerSchema>): Promise<Suite> {
  const lue = await verrouillerPart(contexte, saisie.id)
  exigerActe(lue, 'denoncer', saisie.version)
  refuserHorsFenetre(lue, saisie)
  const { convention, part } = lue
  await changerPart(contexte, lue, {
    etat: etatApres(lue, { causeFin: 'denonciation', finLe: saisie.finLe }),
    finLe: enDate(saisie.finLe),
    causeFin: 'denonciation',
    motifFin: saisie.motif,
  })
  await inscrireEvenement(contexte, part, 'denoncee', {
    justification: saisie.motif,
    details: { le: saisie.le, par: saisie.par, finLe: saisie.finLe },
  })
  const modele = saisie.par === 'caisse' ? 'convention_denoncee' : 'convention_denoncee_par_vous'
  await prevenirLesParties(contexte, convention, modele, { jour: saisie.finLe, motif: saisie.motif })
  return {
    vers: `/caisse/conventions/${convention.id}`,
    journal: { objetType: 'convention', objetId: convention.id, details: { par: saisie.par, finLe: saisie.finLe } },
  }
}

function refuserHorsFenetre(lue: PartVerrouillee, saisie: { le: string; finLe: string }): void {
  const refus = refusDeDenonciation(exigerCycle(lue), saisie, lue.jour)
  if (refus) throw new ErreurMetier('saisie', undefined, { [refus.champ]: refus.message })
}

/** Before its end, a dénonciation may be taken back: the part goes on as if it had not been given. */
export async function retirerDenonciation(
  contexte: Contexte,
  { id, version, motif }: z.output<typeof motifSchema>,
): Promise<Suite> {
  const lue = await verrouillerPart(contexte, id)
  exigerActe(lue, 'retirer', version)
  const { convention, part } = lue
  const finLe = terme(exigerCycle(lue))
  const debut = lue.situation.effetLe
  const utilisation = part.utilisationEffetLe
  if (debut && utilisation)
    await refuserChevauchement(contexte.tx, lue, { debut: utilisation.toISOString().slice(0, 10), fin: finLe })
  const causeFin = finLe ? 'terme' : null
  await changerPart(contexte, lue, {
    etat: etatApres(lue, { causeFin, finLe }),
    finLe: finLe ? enDate(finLe) : null,
    causeFin,
    motifFin: null,
  })
  await inscrireEvenement(contexte, part, 'denonciation_retiree', { justification: motif })
  await prevenirLesParties(contexte, convention, 'convention_denonciation_retiree', { motif })
  return { vers: `/caisse/conventions/${convention.id}`, journal: { objetType: 'convention', objetId: convention.id } }
}
