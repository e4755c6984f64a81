import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateEtHeure } from '@/lib/socle/format'
import { libellesEtat, libellesRisque, type RisqueViolation, type TypeSuivi } from '@/lib/violations/libelles'
import { partTypee } from '@/lib/violations/queries'
import { resteAFaire } from '@/lib/violations/regles'
import type { cloreSchema, mesureSchema, notifierSchema, qualifierSchema, rouvrirSchema } from '@/lib/violations/schema'

/** The part of the caisse whose DPO acts, held until the end: two of them decide one after the other. */
async function tenirPart({ tx, acteur }: Contexte, id: string, close = false) {
  const caisseId = acteur.caisse?.id ?? ''
  await tx.$queryRaw`SELECT 1 FROM violation_caisse WHERE "violationId" = ${id}::uuid AND "caisseId" = ${caisseId}::uuid FOR UPDATE`
  const part = await tx.violationCaisse.findFirst({
    where: { violationId: id, caisseId },
    include: { violation: { select: { constateeLe: true } } },
  })
  if (!part) throw new ErreurMetier('introuvable')
  if ((part.closeLe !== null) !== close)
    throw new ErreurMetier(
      'etat_change',
      close ? 'Cette violation n’est pas close.' : 'Cette violation est close. Rouvrez-la pour la compléter.',
    )
  return { ...partTypee(part), constateeLe: part.violation.constateeLe, caisseId }
}

type Part = Awaited<ReturnType<typeof tenirPart>>

async function inscrire(
  { tx, acteur, maintenant }: Contexte,
  { caisseId }: Part,
  violationId: string,
  type: TypeSuivi,
  texte: string,
): Promise<Suite> {
  const id = randomUUID()
  await tx.violationSuivi.createMany({
    data: [{ id, violationId, caisseId, type, texte, le: maintenant, auteurId: acteur.compteId }],
  })
  return {
    vers: `/caisse/violations/${violationId}?fait=${type}`,
    journal: { objetType: 'violation', objetId: violationId, details: { suivi: type } },
  }
}

const changer = (
  { tx }: Contexte,
  { caisseId }: Part,
  violationId: string,
  data: Parameters<typeof tx.violationCaisse.updateMany>[0]['data'],
) => tx.violationCaisse.updateMany({ where: { violationId, caisseId }, data })

/** A breach or not, and how much the persons risk. May be said again: the history keeps each. */
export async function qualifierViolation(
  contexte: Contexte,
  { id, etat, risque: choisi, analyse }: z.output<typeof qualifierSchema>,
): Promise<Suite> {
  const part = await tenirPart(contexte, id)
  const risque = etat === 'averee' ? (choisi as RisqueViolation) : null
  await changer(contexte, part, id, { etat, risque, qualifieeLe: part.qualifieeLe ?? contexte.maintenant })
  const mots = risque ? `${libellesEtat[etat]}, ${libellesRisque[risque].toLowerCase()}` : libellesEtat[etat]
  return inscrire(contexte, part, id, 'qualifiee', `${mots}.\n${analyse}`)
}

/** A dated note of what was done. */
export async function noterMesure(contexte: Contexte, { id, mesure }: z.output<typeof mesureSchema>): Promise<Suite> {
  return inscrire(contexte, await tenirPart(contexte, id), id, 'mesure', mesure)
}

const colonnes = {
  autre_partie: (le: Date | null) => ({ autrePartieLe: le, autrePartieSansObjet: le === null }),
  autorite: (le: Date | null) => ({ autoriteLe: le, autoriteSansObjet: le === null }),
  personnes: (le: Date | null) => ({ personnesLe: le, personnesSansObjet: le === null }),
}

/** The other side, the CNIL or the persons were told, at an instant that is past; or need not be, and why. */
export async function noterNotification(
  contexte: Contexte,
  { id, quoi, le, raison }: z.output<typeof notifierSchema>,
): Promise<Suite> {
  const part = await tenirPart(contexte, id)
  if (le && le > contexte.maintenant)
    throw new ErreurMetier('saisie', undefined, { le: 'Cette date n’est pas encore passée' })
  if (le && le < part.constateeLe)
    throw new ErreurMetier('saisie', undefined, {
      le: `Cette date vient avant le constat de la violation, ${dateEtHeure(part.constateeLe)}`,
    })
  if (!le && quoi === 'autorite' && part.risque === 'eleve')
    throw new ErreurMetier('saisie', undefined, {
      fait: 'Le risque est élevé\u00A0: la CNIL doit être notifiée. Changez d’abord la qualification si elle est fausse.',
    })
  await changer(contexte, part, id, colonnes[quoi](le))
  const fait = le ? `Le ${dateEtHeure(le)}.` : 'Non nécessaire.'
  return inscrire(contexte, part, id, quoi, raison ? `${fait}\n${raison}` : fait)
}

/** Nothing is left to say: the conclusion goes to the register. */
export async function cloreViolation(
  contexte: Contexte,
  { id, conclusion }: z.output<typeof cloreSchema>,
): Promise<Suite> {
  const part = await tenirPart(contexte, id)
  const reste = resteAFaire(part)
  if (reste.length > 0) throw new ErreurMetier('etat_change', `Avant de clore, il reste à ${reste.join(', et à ')}.`)
  await changer(contexte, part, id, { closeLe: contexte.maintenant })
  return inscrire(contexte, part, id, 'close', conclusion)
}

export async function rouvrirViolation(
  contexte: Contexte,
  { id, raison }: z.output<typeof rouvrirSchema>,
): Promise<Suite> {
  const part = await tenirPart(contexte, id, true)
  await changer(contexte, part, id, { closeLe: null })
  return inscrire(contexte, part, id, 'rouverte', raison)
}
