import { z } from 'zod'
import {
  estModeleActualite,
  type ModeleActualite,
  modelesActualite,
  objetActualite,
} from '@/lib/notifications/modeles/actualites'
import { gouvernance } from '@/lib/notifications/modeles/avis/commun'
import {
  estModeleFormation,
  formationGroupable,
  type ModeleFormation,
  modelesFormation,
  objetFormation,
} from '@/lib/notifications/modeles/formations'
import { avis, avisDe, estAvis, type ModeleGouvernance } from '@/lib/notifications/modeles/gouvernance'
import { objetDuResume, resume } from '@/lib/notifications/modeles/resume'
import { invitationSchema } from '@/lib/rendez-vous/schema-invitation'

const personne = z.strictObject({})

/**
 * All that a mail about a demande may know: strict, so that no name of an assuré, no motif and no text of a message can
 * slip into it. `lien` is a path of the portal, by default the page of the demande; `prenom` is the reader's, absent for a
 * shared mailbox; `service` is the short name of the service.
 */
const demande = z.strictObject({
  reference: z.string().max(20),
  caisse: z.string().max(200),
  lien: z
    .string()
    .regex(/^\/(?!\/)\S*$/)
    .optional(),
  prenom: z.string().max(100).optional(),
  service: z.string().max(80).optional(),
  /** When and where, as the calendars of both sides are told. */
  rendezVous: invitationSchema.optional(),
})

export const modelesCompte = { activation: personne, mot_de_passe: personne, mot_de_passe_change: personne }

const modelesPartenaire = {
  demande_deposee: demande,
  demande_prise_en_charge: demande,
  complement_demande: demande,
  message_recu: demande,
  demande_traitee: demande,
  piece_refusee: demande,
  motif_corrige: demande,
  urgence_retiree: demande,
  urgence_donnee: demande,
  demande_transferee: demande,
  document_remis: demande,
  document_poste: demande,
  rendez_vous_propose: demande,
  rendez_vous_fixe: demande,
  rendez_vous_deplace: demande,
  rendez_vous_annule: demande,
  rendez_vous_rappel: demande,
}

/** To the agent in charge, or to the mailbox of the caisse. */
const modelesCaisse = {
  complement_recu: demande,
  message_partenaire: demande,
  demande_attribuee: demande,
  rendez_vous_fixe_caisse: demande,
  rendez_vous_deplace_caisse: demande,
  rendez_vous_annule_caisse: demande,
  rendez_vous_rappel_caisse: demande,
}

export const modelesDemande = { ...modelesPartenaire, ...modelesCaisse }

const modelesGouvernance = Object.fromEntries(Object.keys(avis).map((nom) => [nom, gouvernance])) as Record<
  ModeleGouvernance,
  typeof gouvernance
>

/** What each mail is made from, as kept with it. Secrets (links) are made when it leaves and kept nowhere. */
export const modeles = {
  ...modelesCompte,
  ...modelesDemande,
  ...modelesFormation,
  ...modelesActualite,
  ...modelesGouvernance,
  resume,
}

export type Modele = keyof typeof modeles
export type ModeleDemande = keyof typeof modelesDemande
/** Sent to the side of the partenaire, or to that of the caisse. */
export type ModelePartenaire = keyof typeof modelesPartenaire
export type ModeleCaisse = keyof typeof modelesCaisse
export type DonneesModele<M extends Modele> = z.input<(typeof modeles)[M]>
export type DonneesDemande = z.output<typeof demande>

export function estModele(nom: string): nom is Modele {
  return Object.hasOwn(modeles, nom)
}

export function estModeleDemande(nom: string): nom is ModeleDemande {
  return Object.hasOwn(modelesDemande, nom)
}

/** Whether the frequency chosen by the reader holds: not for accounts and conventions, nor for a rendez-vous or a registration, which can't wait. */
export function estGroupable(nom: string): nom is ModeleDemande | ModeleFormation | ModeleActualite {
  if (estModeleActualite(nom)) return true
  if (estModeleFormation(nom)) return formationGroupable(nom)
  return estModeleDemande(nom) && !nom.startsWith('rendez_vous_')
}

/** Sent to the caisse, the others to the partenaire. */
export const estModeleCaisse = (modele: string): modele is ModeleCaisse => Object.hasOwn(modelesCaisse, modele)

/** Page of the demande, on the side of the reader. */
export function cheminDeLaDemande(modele: ModeleDemande, { lien, reference }: DonneesDemande): string {
  return lien ?? `${estModeleCaisse(modele) ? '/caisse' : ''}/demandes/${encodeURIComponent(reference)}`
}

const objetsDemande: Record<ModeleDemande, string> = {
  demande_deposee: 'la caisse l’a bien reçue',
  demande_prise_en_charge: 'la caisse s’en occupe',
  complement_demande: 'la caisse demande un complément',
  message_recu: 'la caisse vous a répondu',
  demande_traitee: 'la caisse a répondu et clos la demande',
  piece_refusee: 'une pièce est à renvoyer',
  motif_corrige: 'le motif est corrigé, la date de réponse change',
  urgence_retiree: 'elle n’est plus traitée en urgence',
  urgence_donnee: 'elle est traitée en urgence',
  demande_transferee: 'elle est transférée à une autre caisse',
  document_remis: 'un document vous est remis',
  document_poste: 'un document est envoyé par courrier',
  rendez_vous_propose: 'des créneaux de rendez-vous sont à choisir',
  rendez_vous_fixe: 'le rendez-vous est fixé',
  rendez_vous_deplace: 'le rendez-vous est déplacé',
  rendez_vous_annule: 'le rendez-vous est annulé',
  rendez_vous_rappel: 'rappel du rendez-vous',
  complement_recu: 'le complément est arrivé',
  message_partenaire: 'nouveau message du partenaire',
  rendez_vous_fixe_caisse: 'le rendez-vous est fixé',
  rendez_vous_deplace_caisse: 'le rendez-vous est déplacé',
  rendez_vous_annule_caisse: 'le rendez-vous est annulé',
  rendez_vous_rappel_caisse: 'rappel du rendez-vous',
  demande_attribuee: 'elle vous est confiée',
}

const objetsCompte: Record<keyof typeof modelesCompte, string> = {
  activation: 'Espace Partenaires\u00a0: activez votre compte',
  mot_de_passe: 'Espace Partenaires\u00a0: votre identifiant et votre mot de passe',
  mot_de_passe_change: 'Espace Partenaires\u00a0: votre mot de passe a été changé',
}

/** What happened, in the middle of a sentence. */
export const motsDuFait = (modele: ModeleDemande): string => objetsDemande[modele]

/** Subject of a mail: it can be read over a shoulder, so a reference and nothing more. */
export function objetDuCourriel<M extends Modele>(modele: M, donnees: DonneesModele<M>): string {
  if (estAvis(modele)) return `Espace Partenaires\u00a0: ${avisDe(modele).objet}`
  if (estModeleFormation(modele)) return objetFormation(modele)
  if (estModeleActualite(modele)) return objetActualite(modele)
  if (modele === 'resume') return objetDuResume(donnees as DonneesModele<'resume'>)
  if (!estModeleDemande(modele)) return objetsCompte[modele as keyof typeof modelesCompte]
  return `Demande ${(donnees as DonneesDemande).reference}\u00a0: ${objetsDemande[modele]}`
}
