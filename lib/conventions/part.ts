import { appliquer, type Cycle, type Part, transitionsDues } from '@/lib/conventions/cycle'
import { inscrireEvenement } from '@/lib/conventions/evenements'
import { enMots, libelleEtat } from '@/lib/conventions/libelles'
import { cycleDe, partDe } from '@/lib/conventions/lire-cycle'
import { type Acte, actesPossibles, etatsEnVigueur, etatVivant, type SituationPart } from '@/lib/conventions/regles'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate, jourDe } from '@/lib/socle/jour'
import type { Prisma } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'

const toute = {
  partenaire: { select: { id: true, nom: true } },
  caisses: { include: { caisse: { select: { id: true, nom: true } } } },
  signataires: true,
  avenants: { orderBy: [{ signeLe: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ConventionInclude

/**
 * Locks the part that the caisse of the acteur has in a convention, and reads both as they stand now. Each caisse acts on its own
 * part: a convention of others is «introuvable».
 */
export async function verrouillerPart(contexte: Contexte, conventionId: string) {
  const { tx, acteur, maintenant } = contexte
  const caisseId = acteur.caisse?.id
  if (!caisseId) throw new ErreurMetier('introuvable')
  const [verrou] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM convention_caisse WHERE "conventionId" = ${conventionId}::uuid AND "caisseId" = ${caisseId}::uuid FOR UPDATE`
  const convention = verrou && (await tx.convention.findUnique({ where: { id: conventionId }, include: toute }))
  const part = convention?.caisses.find((candidate) => candidate.caisseId === caisseId)
  if (!convention || !part) throw new ErreurMetier('introuvable')
  const jour = dateAParis(maintenant)
  const cycle = cycleDe(convention, caisseId)
  return { convention, part, cycle, jour, situation: situationDe(convention, part) }
}

export type PartVerrouillee = Awaited<ReturnType<typeof verrouillerPart>>

type TexteLu = Pick<Prisma.ConventionGetPayload<{ include: typeof toute }>, 'effetLe' | 'partenaireSigneLe'> & {
  caisses: { signeeLe: Date | null; etat: string }[]
  signataires: { signeeLe: Date | null }[]
}
type LignePart = Parameters<typeof partDe>[0]

/** What the acts of a part depend on. */
export function situationDe(convention: TexteLu, ligne: LignePart): SituationPart {
  const part = partDe(ligne)
  return {
    ...part,
    effetLe: jourDe(convention.effetLe),
    texteSigne:
      convention.partenaireSigneLe !== null ||
      convention.signataires.some(({ signeeLe }) => signeeLe !== null) ||
      convention.caisses.some(({ signeeLe, etat }) => signeeLe !== null || etat !== 'brouillon'),
  }
}

/** Refuses an act that the state does not allow (any more), and one decided on a page that has aged. */
export function exigerActe({ situation, part, jour }: PartVerrouillee, acte: Acte, version?: number): void {
  if (!actesPossibles(situation, jour).includes(acte))
    throw new ErreurMetier(
      'etat_change',
      `Pour votre caisse, cette convention est «\u00a0${libelleEtat(situation, jour)}\u00a0»${
        situation.finLe ? `, jusqu’au ${enMots(situation.finLe)}` : ''
      }\u00a0: cet acte n’est pas possible. Relisez ses dates avant d’agir.`,
    )
  if (version !== undefined && part.version !== version)
    throw new ErreurMetier(
      'etat_change',
      'Un collègue a modifié cette convention depuis que vous avez ouvert la page. Relisez ses dates, puis recommencez.',
    )
}

/** Writes the part, after what should have been written by itself before: its effect, its renewals. */
export async function changerPart(
  contexte: Contexte,
  lue: PartVerrouillee,
  changements: Prisma.ConventionCaisseUncheckedUpdateInput,
): Promise<void> {
  const rattrapee = await rattraper(contexte, lue)
  await contexte.tx.conventionCaisse.update({
    where: { id: lue.part.id },
    data: { ...rattrapee, ...changements, version: { increment: 1 } },
    select: { id: true },
  })
}

/** The acts of the night that are due but the end: an act of a person must not hide them from the history. */
async function rattraper(contexte: Contexte, { part, cycle, jour }: PartVerrouillee) {
  if (!cycle || !etatsEnVigueur.includes(part.etat)) return {}
  const dues = transitionsDues(cycle, partDe(part), jour).filter(
    ({ type }) => type === 'prise_effet' || type === 'reconduite',
  )
  for (const due of dues)
    await inscrireEvenement(contexte, part, due.type, {
      automatique: true,
      details: { le: due.le, jusquau: due.jusquau },
    })
  const { etat, reconduiteLe } = dues.reduce<Part>(appliquer, partDe(part))
  return { etat, reconduiteLe: reconduiteLe ? enDate(reconduiteLe) : null }
}

/** The state of a part once some of its facts have changed. */
export function etatApres({ situation, jour }: PartVerrouillee, faits: Partial<SituationPart>): string {
  return etatVivant({ ...situation, ...faits }, jour)
}

/** The rules of a convention whose effect date is known: any that is signed. */
export function exigerCycle({ cycle }: PartVerrouillee): Cycle {
  if (!cycle)
    throw new ErreurMetier('etat_change', 'Cette convention n’a pas encore de date d’effet\u00a0: modifiez-la.')
  return cycle
}
