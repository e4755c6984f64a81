import type { z } from 'zod'
import { auJournal, lireEnPreparation, lireSonCopil, pageDe, refuserSiChange } from '@/lib/copil/lire-copil'
import { prevenirGestionnairesDuCopil } from '@/lib/copil/prevenir'
import type { rouvrirSchema, tenirSchema, unCopilSchema } from '@/lib/copil/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAvecAnnee } from '@/lib/socle/format'
import { enDate, jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

const refus = (champ: string, message: string) => new ErreurMetier('saisie', undefined, { [champ]: message })

/** The meeting took place: who was there, and nothing moves any more. */
export async function tenirCopil(
  contexte: Contexte,
  { id, version, tenuLe, presents, remplacerCompteRendu }: z.output<typeof tenirSchema>,
): Promise<Suite> {
  const { tx, maintenant } = contexte
  const copil = await lireEnPreparation(contexte, id)
  refuserSiChange(
    copil.version !== version,
    'remplacerCompteRendu',
    `Quelqu’un vient d’enregistrer ce COPIL (version ${copil.version}). ${copil.presents ? `Présents enregistrés : « ${copil.presents} ». ` : 'Vérifiez sa date et ses décisions dans une autre fenêtre. '}Ce que vous avez écrit est gardé ci-dessous.`,
    remplacerCompteRendu,
  )
  if (tenuLe > dateAParis(maintenant))
    throw refus('tenuLe', 'Ce jour est à venir : le compte rendu s’enregistre quand la réunion a eu lieu.')
  const du = jourDe(copil.du)
  if (tenuLe < du)
    throw refus(
      'tenuLe',
      `La période regardée commence le ${dateAvecAnnee(du)} : la réunion ne peut pas avoir eu lieu avant.`,
    )
  await tx.copil.updateMany({
    where: { id, caisseId: copil.caisseId },
    data: { etat: 'tenu', tenuLe: enDate(tenuLe), presents, version: { increment: 1 } },
  })
  await prevenirGestionnairesDuCopil(contexte, copil, 'copil_tenu')
  return { vers: pageDe(contexte, copil, 'tenu'), journal: auJournal(copil) }
}

/** What was held is opened again, for a reason that both sides read. */
export async function rouvrirCopil(contexte: Contexte, { id, motif }: z.output<typeof rouvrirSchema>): Promise<Suite> {
  const copil = await lireSonCopil(contexte, id)
  if (copil.etat !== 'tenu') throw new ErreurMetier('etat_change', 'Ce COPIL n’est pas tenu : il n’y a rien à rouvrir.')
  await contexte.tx.copil.updateMany({
    where: { id, caisseId: copil.caisseId },
    data: { etat: 'preparation', motifReouverture: motif, rouvertLe: contexte.maintenant, version: { increment: 1 } },
  })
  return { vers: pageDe(contexte, copil, 'rouvert'), journal: auJournal(copil) }
}

/** The meeting won't be held; a new date takes it up again. */
export async function annulerCopil(contexte: Contexte, { id }: z.output<typeof unCopilSchema>): Promise<Suite> {
  const copil = await lireEnPreparation(contexte, id)
  await contexte.tx.copil.updateMany({
    where: { id, caisseId: copil.caisseId },
    data: { etat: 'annule', version: { increment: 1 } },
  })
  if (copil.prevuLe && copil.prevuLe > contexte.maintenant)
    await prevenirGestionnairesDuCopil(contexte, copil, 'copil_annule')
  return { vers: pageDe(contexte, copil, 'annule'), journal: auJournal(copil) }
}
