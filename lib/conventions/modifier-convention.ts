import { randomUUID } from 'node:crypto'
import { exigerReferent, inviterCaisses } from '@/lib/conventions/creer-convention'
import { inscrireEvenement } from '@/lib/conventions/evenements'
import { exigerActe, verrouillerPart } from '@/lib/conventions/part'
import type { SaisieModification } from '@/lib/conventions/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate } from '@/lib/socle/jour'

/** Changes the text of a draft. Once anybody has signed, it changes by an avenant. */
export async function modifierConvention(contexte: Contexte, saisie: SaisieModification): Promise<Suite> {
  const { tx } = contexte
  const lue = await verrouillerPart(contexte, saisie.id)
  const { convention, part, situation } = lue
  if (situation.texteSigne)
    throw new ErreurMetier(
      'etat_change',
      part.etat === 'brouillon'
        ? 'Une partie a déjà signé ce texte\u00a0: il ne se modifie plus. Abandonnez-le et préparez-en un autre, ou signez-le puis ajoutez un avenant.'
        : 'Cette convention est signée\u00a0: elle se modifie par un avenant.',
    )
  exigerActe(lue, 'modifier')
  await exigerReferent(tx, part.caisseId, saisie.referentId)
  // The text is common to the caisses: its own version tells whether another one has changed it.
  const { count } = await tx.convention.updateMany({
    where: { id: convention.id, version: saisie.version },
    data: {
      intitule: saisie.intitule,
      effetLe: enDate(saisie.effetLe),
      dureeMois: saisie.dureeMois,
      taciteReconduction: saisie.taciteReconduction === 'oui',
      preavisMois: saisie.preavisMois,
      version: { increment: 1 },
    },
  })
  if (count === 0)
    throw new ErreurMetier(
      'etat_change',
      'Ce texte vient d’être modifié par quelqu’un d’autre. Rechargez la page, puis reportez vos changements.',
    )
  const gardes = convention.signataires.filter(({ organisme }) => saisie.tiers.includes(organisme))
  await tx.signataire.deleteMany({ where: { conventionId: convention.id, id: { notIn: gardes.map(({ id }) => id) } } })
  const nouveaux = saisie.tiers.filter((organisme) => !gardes.some((garde) => garde.organisme === organisme))
  await tx.signataire.createMany({
    data: nouveaux.map((organisme) => ({ id: randomUUID(), conventionId: convention.id, organisme })),
  })
  const invitees = saisie.caisses.filter((id) => !convention.caisses.some(({ caisseId }) => caisseId === id))
  await inviterCaisses(contexte, convention, invitees)
  await tx.conventionCaisse.updateMany({
    where: { id: part.id },
    data: { referentId: saisie.referentId, version: { increment: 1 } },
  })
  await inscrireEvenement(contexte, part, 'modifiee')
  return { vers: `/caisse/conventions/${convention.id}`, journal: { objetType: 'convention', objetId: convention.id } }
}
