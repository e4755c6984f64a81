import type { z } from 'zod'
import {
  auJournal,
  exigerPasses,
  noterActe,
  pageDuDroit,
  verrouillerDroit,
  verrouillerDroitOuvert,
} from '@/lib/personnes/acte'
import { echeanceDuDroit, refusDeProlonger } from '@/lib/personnes/regles'
import type { prolongerSchema, repondreSchema, rouvrirSchema, verifierIdentiteSchema } from '@/lib/personnes/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate, jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

/** Who asks is who they say: how it was checked, and when. */
export async function verifierIdentite(
  contexte: Contexte,
  saisie: z.output<typeof verifierIdentiteSchema>,
): Promise<Suite> {
  const demande = await verrouillerDroitOuvert(contexte, saisie)
  const { identiteMoyen, identiteLe } = saisie
  exigerPasses(contexte, { identiteLe })
  await noterActe(contexte, demande, 'identite_verifiee', { identiteMoyen, identiteLe: enDate(identiteLe) })
  return { vers: pageDuDroit(demande.id), journal: auJournal(demande.id, { moyen: identiteMoyen }) }
}

/** Two months more, for a complex request, once the person has been told (GDPR, article 12.3). */
export async function prolongerDelai(contexte: Contexte, saisie: z.output<typeof prolongerSchema>): Promise<Suite> {
  const demande = await verrouillerDroitOuvert(contexte, saisie)
  const recueLe = jourDe(demande.recueLe)
  const dejaProlongee = demande.prolongeeLe !== null
  const refus = refusDeProlonger({ recueLe, dejaProlongee }, saisie.diteLe, dateAParis(contexte.maintenant))
  if (refus) throw new ErreurMetier('saisie', undefined, { diteLe: refus })
  await noterActe(contexte, demande, 'prolongee', {
    echeanceLe: enDate(echeanceDuDroit(recueLe, true)),
    prolongeeLe: contexte.maintenant,
    prolongeeMotif: saisie.motif,
    prolongeeDiteLe: enDate(saisie.diteLe),
  })
  return { vers: pageDuDroit(demande.id), journal: auJournal(demande.id) }
}

/** Written once the answer has left: the register shows when, and what came of it. An identity that nobody checked gets no data. */
export async function repondreDemande(contexte: Contexte, saisie: z.output<typeof repondreSchema>): Promise<Suite> {
  const demande = await verrouillerDroitOuvert(contexte, saisie)
  const { issue, reponse, reponduLe } = saisie
  exigerPasses(contexte, { reponduLe })
  if (reponduLe < jourDe(demande.recueLe))
    throw new ErreurMetier('saisie', undefined, { reponduLe: 'La réponse ne peut pas précéder la demande' })
  if (!demande.identiteLe && (issue === 'satisfaite' || issue === 'partielle'))
    throw new ErreurMetier('saisie', undefined, {
      issue: 'Notez d’abord comment l’identité a été vérifiée\u00A0: sans cela, rien ne peut être donné ni changé',
    })
  await noterActe(contexte, demande, 'traitee', {
    etat: 'traitee',
    issue,
    reponse,
    reponduLe: enDate(reponduLe),
  })
  return { vers: pageDuDroit(demande.id), journal: auJournal(demande.id, { issue }) }
}

export async function rouvrirDemande(contexte: Contexte, saisie: z.output<typeof rouvrirSchema>): Promise<Suite> {
  const demande = await verrouillerDroit(contexte, saisie)
  if (demande.etat !== 'traitee') throw new ErreurMetier('etat_change')
  await noterActe(contexte, demande, 'rouverte', { etat: 'ouverte', issue: null, reponduLe: null })
  return { vers: pageDuDroit(demande.id), journal: auJournal(demande.id) }
}
