'use server'

import { changerUrgence } from '@/lib/demandes/changer-urgence'
import { annulerDemande, cloreDemande } from '@/lib/demandes/clore-demande'
import { envoyerComplement, recevoirComplement } from '@/lib/demandes/completer-demande'
import { corrigerMotif } from '@/lib/demandes/corriger-motif'
import { choisirMotif } from '@/lib/demandes/creer-brouillon'
import { continuerQuandMeme } from '@/lib/demandes/deja-en-cours'
import { demanderComplement } from '@/lib/demandes/demander-complement'
import { deposerDemande } from '@/lib/demandes/deposer-demande'
import { enregistrerBrouillon, etapeSchema, validerEtape } from '@/lib/demandes/enregistrer-brouillon'
import { ajouterNote, envoyerMessage } from '@/lib/demandes/envoyer-message'
import { delierDemandes, lierDemandes } from '@/lib/demandes/lier-demandes'
import { noterProcedure } from '@/lib/demandes/noter-procedure'
import { prendreEnCharge } from '@/lib/demandes/prendre-en-charge'
import { motifSchema, verifierSchema } from '@/lib/demandes/schema'
import {
  acteSchema,
  annulerSchema,
  cloreSchema,
  complementSchema,
  envoiComplementSchema,
  messageSchema,
} from '@/lib/demandes/schema-actes'
import {
  lierSchema,
  motifCorrigeSchema,
  procedureSchema,
  transfertSchema,
  urgenceSchema,
} from '@/lib/demandes/schema-corrections'
import { supprimerBrouillon } from '@/lib/demandes/supprimer-brouillon'
import { transfererDemande } from '@/lib/demandes/transferer-demande'
import { defineAction } from '@/lib/socle/action'

// Filing, by a technicien.
export const actionChoisirMotif = defineAction(
  { droit: 'demande.deposer', schema: motifSchema, journal: 'brouillon.cree' },
  choisirMotif,
)
export const actionEnregistrerBrouillon = defineAction(
  { droit: 'demande.deposer', schema: etapeSchema, journal: 'brouillon.enregistre' },
  enregistrerBrouillon,
)
export const actionValiderEtape = defineAction(
  { droit: 'demande.deposer', schema: etapeSchema, journal: 'brouillon.enregistre' },
  validerEtape,
)
export const actionContinuerQuandMeme = defineAction(
  { droit: 'demande.deposer', schema: acteSchema, journal: 'brouillon.enregistre' },
  continuerQuandMeme,
)
export const actionSupprimerBrouillon = defineAction(
  { droit: 'demande.deposer', schema: acteSchema, journal: 'brouillon.supprime' },
  supprimerBrouillon,
)
export const actionDeposer = defineAction(
  { droit: 'demande.deposer', schema: verifierSchema, journal: 'demande.deposee' },
  deposerDemande,
)

// Following, by a technicien.
export const actionEcrireALaCaisse = defineAction(
  { droit: 'demande.suivre', schema: messageSchema, journal: 'message.envoye' },
  envoyerMessage,
)
export const actionEnvoyerComplement = defineAction(
  { droit: 'demande.suivre', schema: envoiComplementSchema, journal: 'demande.complement_envoye' },
  envoyerComplement,
)
export const actionAnnuler = defineAction(
  { droit: 'demande.suivre', schema: annulerSchema, journal: 'demande.annulee' },
  annulerDemande,
)

// Handling, by an agent.
export const actionPrendre = defineAction(
  { droit: 'demande.traiter', schema: acteSchema, journal: 'demande.prise_en_charge' },
  prendreEnCharge,
)
export const actionDemanderComplement = defineAction(
  { droit: 'demande.traiter', schema: complementSchema, journal: 'demande.complement_demande' },
  demanderComplement,
)
export const actionRecevoirComplement = defineAction(
  { droit: 'demande.traiter', schema: acteSchema, journal: 'demande.complement_recu' },
  recevoirComplement,
)
export const actionRepondre = defineAction(
  { droit: 'demande.traiter', schema: messageSchema, journal: 'message.envoye' },
  (contexte, saisie) => (saisie.nature === 'note' ? ajouterNote(contexte, saisie) : envoyerMessage(contexte, saisie)),
)
export const actionClore = defineAction(
  { droit: 'demande.traiter', schema: cloreSchema, journal: 'demande.traitee' },
  cloreDemande,
)

// Correcting, by an agent.
export const actionChangerUrgence = defineAction(
  { droit: 'demande.traiter', schema: urgenceSchema, journal: 'demande.urgence_retiree' },
  changerUrgence,
)
export const actionCorrigerMotif = defineAction(
  { droit: 'demande.traiter', schema: motifCorrigeSchema, journal: 'demande.motif_corrige' },
  corrigerMotif,
)
export const actionTransferer = defineAction(
  { droit: 'demande.traiter', schema: transfertSchema, journal: 'demande.transferee' },
  transfererDemande,
)
export const actionLier = defineAction(
  { droit: 'demande.traiter', schema: lierSchema, journal: 'demande.liee' },
  lierDemandes,
)
export const actionDelier = defineAction(
  { droit: 'demande.traiter', schema: lierSchema, journal: 'demande.deliee' },
  delierDemandes,
)
export const actionNoterProcedure = defineAction(
  { droit: 'demande.traiter', schema: procedureSchema, journal: 'demande.procedure_ordinaire' },
  noterProcedure,
)
