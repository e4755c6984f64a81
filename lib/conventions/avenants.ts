import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { refuserChevauchement } from '@/lib/conventions/chevauchement'
import { type Cycle, terme } from '@/lib/conventions/cycle'
import { inscrireEvenement } from '@/lib/conventions/evenements'
import { enMots } from '@/lib/conventions/libelles'
import { cycleDe } from '@/lib/conventions/lire-cycle'
import {
  changerPart,
  etatApres,
  exigerActe,
  exigerCycle,
  type PartVerrouillee,
  verrouillerPart,
} from '@/lib/conventions/part'
import { prevenirLesParties } from '@/lib/conventions/prevenir'
import type { avenantSchema, signerAvenantSchema } from '@/lib/conventions/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate, jourDe } from '@/lib/socle/jour'
import type { Avenant } from '@/lib/socle/prisma/client'

/** An avenant, signed by the partenaire and by this caisse. It holds for another caisse once it has signed it too. */
export async function ajouterAvenant(contexte: Contexte, saisie: z.output<typeof avenantSchema>): Promise<Suite> {
  const { tx } = contexte
  const lue = await verrouillerPart(contexte, saisie.id)
  exigerActe(lue, 'avenant', saisie.version)
  refuserDatesImpossibles(lue, saisie)
  const { convention, part } = lue
  const avenant: Avenant = {
    id: randomUUID(),
    conventionId: convention.id,
    objet: saisie.objet,
    signeLe: enDate(saisie.signeLe),
    effetLe: enDate(saisie.effetLe),
    dureeMois: saisie.dureeMois,
    preavisMois: saisie.preavisMois,
    taciteReconduction: saisie.taciteReconduction === null ? null : saisie.taciteReconduction === 'oui',
    caisseIds: [part.caisseId],
  }
  await tx.avenant.createMany({ data: [avenant] })
  await reporter(contexte, lue, avenant)
  await prevenirLesParties(contexte, convention, 'convention_avenant', { jour: saisie.effetLe, motif: saisie.objet })
  return {
    vers: `/caisse/conventions/${convention.id}`,
    journal: { objetType: 'convention', objetId: convention.id, details: { avenant: avenant.id } },
  }
}

/** Another caisse signs an avenant that is already recorded. */
export async function signerAvenant(contexte: Contexte, saisie: z.output<typeof signerAvenantSchema>): Promise<Suite> {
  const lue = await verrouillerPart(contexte, saisie.id)
  exigerActe(lue, 'avenant', saisie.version)
  const { convention, part } = lue
  const avenant = convention.avenants.find(({ id }) => id === saisie.avenantId)
  if (!avenant) throw new ErreurMetier('introuvable')
  if (!avenant.caisseIds.includes(part.caisseId)) {
    await contexte.tx.avenant.updateMany({ where: { id: avenant.id }, data: { caisseIds: { push: part.caisseId } } })
    await reporter(contexte, lue, { ...avenant, caisseIds: [...avenant.caisseIds, part.caisseId] })
  }
  return {
    vers: `/caisse/conventions/${convention.id}`,
    journal: { objetType: 'convention', objetId: convention.id, details: { avenant: avenant.id } },
  }
}

/** Writes what the avenant makes of the end of the part: access must not depend on the night. */
async function reporter(contexte: Contexte, lue: PartVerrouillee, avenant: Avenant): Promise<void> {
  const { convention, part, jour, situation } = lue
  const avenants = [...convention.avenants.filter(({ id }) => id !== avenant.id), avenant]
  const cycle = cycleDe({ ...convention, avenants }, part.caisseId) as Cycle
  const finLe = terme(cycle)
  const change = avenant.dureeMois !== null || avenant.taciteReconduction !== null
  if (change && situation.causeFin !== 'denonciation' && situation.causeFin !== 'resiliation') {
    if (finLe !== null && finLe < jour)
      throw new ErreurMetier('saisie', undefined, {
        dureeMois: `Avec cet avenant, la convention aurait fini le ${enMots(finLe)}\u00a0: il ne peut pas fermer un accès dans le passé.`,
      })
    const debut = jourDe(part.utilisationEffetLe)
    if (debut) await refuserChevauchement(contexte.tx, lue, { debut, fin: finLe }, 'dureeMois')
    const causeFin = finLe ? 'terme' : null
    await changerPart(contexte, lue, {
      etat: etatApres(lue, { finLe, causeFin }),
      finLe: finLe ? enDate(finLe) : null,
      causeFin,
    })
  } else {
    await changerPart(contexte, lue, {})
  }
  await inscrireEvenement(contexte, part, 'avenant', {
    details: { le: jourDe(avenant.signeLe), objet: avenant.objet, avenant: avenant.id },
  })
}

function refuserDatesImpossibles(lue: PartVerrouillee, saisie: z.output<typeof avenantSchema>): void {
  const refuser = (champ: string, message: string) => {
    throw new ErreurMetier('saisie', undefined, { [champ]: message })
  }
  const { effetLe } = exigerCycle(lue)
  if (saisie.signeLe > lue.jour)
    refuser('signeLe', 'Un avenant s’enregistre une fois signé\u00a0: saisissez une date passée.')
  if (lue.part.signeeLe && saisie.signeLe < jourDe(lue.part.signeeLe))
    refuser('signeLe', 'Un avenant est signé après la convention qu’il modifie.')
  if (saisie.effetLe < saisie.signeLe)
    refuser('effetLe', 'Un avenant prend effet le jour de sa signature ou plus tard.')
  if (saisie.effetLe < effetLe)
    refuser('effetLe', `La convention prend effet le ${enMots(effetLe)}\u00a0: l’avenant ne peut pas commencer avant.`)
  const fin = lue.situation.finLe
  if (fin !== null && saisie.effetLe > fin)
    refuser('effetLe', `La convention finit le ${enMots(fin)}\u00a0: un avenant doit prendre effet avant.`)
  const decidee = lue.situation.causeFin === 'denonciation' || lue.situation.causeFin === 'resiliation'
  if (decidee && (saisie.dureeMois !== null || saisie.taciteReconduction !== null))
    refuser(
      'dureeMois',
      'La fin de cette convention est décidée\u00a0: retirez d’abord la dénonciation, puis ajoutez l’avenant.',
    )
}
