import { randomUUID } from 'node:crypto'
import { inscrireEvenement } from '@/lib/conventions/evenements'
import { prevenirCaisses } from '@/lib/conventions/prevenir'
import type { SaisieCreation } from '@/lib/conventions/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate } from '@/lib/socle/jour'

/** A draft: it opens nothing, and may change until somebody signs. */
export async function creerConvention(contexte: Contexte, saisie: SaisieCreation): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const caisseId = acteur.caisse?.id
  const partenaire = await tx.partenaire.findUnique({
    where: { id: saisie.partenaireId },
    select: { id: true, nom: true },
  })
  if (!caisseId || !partenaire) throw new ErreurMetier('introuvable')
  const deja = await tx.conventionCaisse.findFirst({
    where: {
      caisseId,
      partenaireId: partenaire.id,
      etat: 'brouillon',
      convention: { effetLe: enDate(saisie.effetLe) },
    },
    select: { id: true },
  })
  if (deja)
    throw new ErreurMetier('saisie', undefined, {
      effetLe:
        'Un brouillon de convention avec ce partenaire a déjà cette date d’effet\u00a0: reprenez-le, ou abandonnez-le.',
    })
  await exigerReferent(tx, caisseId, saisie.referentId)
  const id = randomUUID()
  await tx.convention.createMany({
    data: [
      {
        id,
        partenaireId: partenaire.id,
        intitule: saisie.intitule,
        effetLe: enDate(saisie.effetLe),
        dureeMois: saisie.dureeMois,
        taciteReconduction: saisie.taciteReconduction === 'oui',
        preavisMois: saisie.preavisMois,
        creeeLe: maintenant,
      },
    ],
  })
  const commun = { conventionId: id, partenaireId: partenaire.id }
  await tx.conventionCaisse.createMany({
    data: [{ id: randomUUID(), ...commun, caisseId, referentId: saisie.referentId ?? acteur.compteId }],
  })
  await inviterCaisses(contexte, { id, partenaire }, saisie.caisses)
  await tx.signataire.createMany({
    data: saisie.tiers.map((organisme) => ({ id: randomUUID(), conventionId: id, organisme })),
  })
  await inscrireEvenement(contexte, { conventionId: id, caisseId }, 'creee')
  return { vers: `/caisse/conventions/${id}`, journal: { objetType: 'convention', objetId: id } }
}

/** Other caisses are invited to sign the same text, each for itself; they are told at their partnership mailbox. */
export async function inviterCaisses(
  contexte: Contexte,
  convention: { id: string; partenaire: { id: string; nom: string } },
  voulues: string[],
): Promise<void> {
  const { tx, acteur } = contexte
  const caisses = await tx.caisse.findMany({
    where: { id: { in: voulues, not: acteur.caisse?.id } },
    select: { id: true },
  })
  if (caisses.length === 0) return
  await tx.conventionCaisse.createMany({
    data: caisses.map(({ id: caisseId }) => ({
      id: randomUUID(),
      conventionId: convention.id,
      partenaireId: convention.partenaire.id,
      caisseId,
    })),
  })
  await prevenirCaisses(
    contexte,
    convention,
    caisses.map(({ id }) => id),
    'convention_invitation',
  )
}

/** The référent of a convention is an active référent of the caisse. */
export async function exigerReferent(tx: Transaction, caisseId: string, referentId: string | null): Promise<void> {
  if (!referentId) return
  const referent = await tx.compte.findFirst({
    where: { id: referentId, caisseId, etat: 'actif', roles: { has: 'referent' } },
    select: { id: true },
  })
  if (!referent)
    throw new ErreurMetier('saisie', undefined, {
      referentId: 'Cette personne n’est plus référente de votre caisse\u00a0: choisissez-en une autre.',
    })
}
