import { refuserChevauchement } from '@/lib/conventions/chevauchement'
import { terme } from '@/lib/conventions/cycle'
import { inscrireEvenement } from '@/lib/conventions/evenements'
import { enMots } from '@/lib/conventions/libelles'
import { changerPart, exigerActe, exigerCycle, type PartVerrouillee, verrouillerPart } from '@/lib/conventions/part'
import { prevenirLesParties } from '@/lib/conventions/prevenir'
import type { SaisieSignature } from '@/lib/conventions/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate, jourDe } from '@/lib/socle/jour'
import type { DateIso } from '@/lib/socle/temps'

/**
 * Records the signatures known so far. The part of the caisse is «signée» once the caisse, the partenaire and every other
 * signatory have signed, with the convention d'utilisation; the other caisses sign for themselves. What does not renew itself
 * has its last day from then on: access stops by date alone.
 */
export async function signerConvention(contexte: Contexte, saisie: SaisieSignature): Promise<Suite> {
  const { tx } = contexte
  const lue = await verrouillerPart(contexte, saisie.id)
  exigerActe(lue, 'signer', saisie.version)
  const cycle = exigerCycle(lue)
  const { convention, part } = lue
  refuserDatesImpossibles(lue, saisie, cycle.effetLe)
  await noterSignaturesCommunes(contexte, lue, saisie)

  const manquent = manquants(lue, saisie)
  const dates = {
    signeeLe: saisie.signeeLe ? enDate(saisie.signeeLe) : null,
    utilisationSigneeLe: saisie.utilisationSigneeLe ? enDate(saisie.utilisationSigneeLe) : null,
    utilisationEffetLe: saisie.utilisationEffetLe ? enDate(saisie.utilisationEffetLe) : null,
  }
  const journal = { objetType: 'convention', objetId: convention.id }
  const vers = `/caisse/conventions/${convention.id}`
  if (manquent.length > 0 || !saisie.utilisationEffetLe) {
    await changerPart(contexte, lue, dates)
    await inscrireEvenement(contexte, part, 'signatures')
    return { vers, journal: { ...journal, action: 'convention.modifiee' } }
  }
  const finLe = terme(cycle)
  if (finLe !== null && saisie.utilisationEffetLe > finLe)
    refuser('utilisationEffetLe', `La convention s’arrête le ${enMots(finLe)}\u00a0: cette date vient après.`)
  await refuserChevauchement(tx, lue, { debut: saisie.utilisationEffetLe, fin: finLe }, 'utilisationEffetLe')
  const etat = cycle.effetLe <= lue.jour ? 'en_vigueur' : 'signee'
  await changerPart(contexte, lue, {
    ...dates,
    etat,
    finLe: finLe ? enDate(finLe) : null,
    causeFin: finLe ? 'terme' : null,
  })
  await inscrireEvenement(contexte, part, 'signee')
  if (etat === 'en_vigueur')
    await inscrireEvenement(contexte, part, 'prise_effet', { automatique: true, details: { le: cycle.effetLe } })
  await prevenirLesParties(contexte, convention, 'convention_signee', { jour: saisie.utilisationEffetLe })
  return { vers, journal }
}

function refuser(champ: string, message: string): never {
  throw new ErreurMetier('saisie', undefined, { [champ]: message })
}

function refuserDatesImpossibles(
  { jour, convention }: PartVerrouillee,
  saisie: SaisieSignature,
  effetLe: DateIso,
): void {
  const signatures: [string, DateIso | null][] = [
    ['partenaireSigneLe', saisie.partenaireSigneLe],
    ...convention.signataires.map(({ id }): [string, DateIso | null] => [`tiers.${id}`, saisie.tiers[id] ?? null]),
    ['signeeLe', saisie.signeeLe],
    ['utilisationSigneeLe', saisie.utilisationSigneeLe],
  ]
  for (const [champ, date] of signatures)
    if (date !== null && date > jour)
      refuser(
        champ,
        `Une signature s’enregistre une fois faite\u00a0: saisissez une date passée, au plus tard le ${enMots(jour)}.`,
      )
  const { utilisationEffetLe, utilisationSigneeLe, signeeLe } = saisie
  if (signeeLe && utilisationSigneeLe && utilisationSigneeLe < signeeLe)
    refuser(
      'utilisationSigneeLe',
      'La convention d’utilisation dépend de la convention\u00a0: elle est signée le même jour ou plus tard.',
    )
  if (utilisationEffetLe && utilisationEffetLe < effetLe)
    refuser(
      'utilisationEffetLe',
      `La convention d’utilisation ne peut pas prendre effet avant la convention, le ${enMots(effetLe)}.`,
    )
  if (utilisationEffetLe && utilisationSigneeLe && utilisationEffetLe < utilisationSigneeLe)
    refuser('utilisationEffetLe', 'L’accès ne peut pas s’ouvrir avant la signature de la convention d’utilisation.')
}

/** The dates that the caisses share: once one of them has noted it, an empty field leaves it; once another is bound by it, it stays. */
async function noterSignaturesCommunes(
  { tx }: Contexte,
  { convention, part }: PartVerrouillee,
  { partenaireSigneLe, partenaireSignataire, tiers }: SaisieSignature,
): Promise<void> {
  const liee = convention.caisses.some(({ etat, caisseId }) => etat !== 'brouillon' && caisseId !== part.caisseId)
  const aNoter = (champ: string, notee: Date | null, saisie: DateIso | null | undefined) => {
    if (!saisie || !liee || notee === null) return Boolean(saisie)
    if (jourDe(notee) !== saisie)
      refuser(
        champ,
        `Une autre caisse a signé cette convention avec la date du ${enMots(jourDe(notee))}\u00a0: gardez cette date.`,
      )
    return false
  }
  if (partenaireSigneLe && aNoter('partenaireSigneLe', convention.partenaireSigneLe, partenaireSigneLe))
    await tx.convention.updateMany({
      where: { id: convention.id },
      data: {
        partenaireSigneLe: enDate(partenaireSigneLe),
        partenaireSignataire: partenaireSignataire || null,
        version: { increment: 1 },
      },
    })
  for (const { id, signeeLe: notee } of convention.signataires) {
    const signeeLe = tiers[id]
    if (signeeLe && aNoter(`tiers.${id}`, notee, signeeLe))
      await tx.signataire.updateMany({ where: { id }, data: { signeeLe: enDate(signeeLe) } })
  }
}

/** Who has still to sign for the part to be «signée», in words. */
function manquants({ convention }: PartVerrouillee, saisie: SaisieSignature): string[] {
  return [
    !(saisie.partenaireSigneLe ?? jourDe(convention.partenaireSigneLe)) && 'la signature du partenaire',
    ...convention.signataires.map(
      ({ id, organisme, signeeLe }) => !(saisie.tiers[id] ?? jourDe(signeeLe)) && `la signature de ${organisme}`,
    ),
    !saisie.signeeLe && 'la signature de votre caisse',
    !saisie.utilisationSigneeLe && 'la signature de la convention d’utilisation',
    !saisie.utilisationEffetLe && 'la date d’effet de la convention d’utilisation',
  ].filter((mot): mot is string => mot !== false)
}
