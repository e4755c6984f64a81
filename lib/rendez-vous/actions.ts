'use server'

import { annulerRendezVous } from '@/lib/rendez-vous/annuler-rendez-vous'
import { choisirCreneau } from '@/lib/rendez-vous/choisir-creneau'
import { creerPlages } from '@/lib/rendez-vous/creer-plages'
import { demanderAutre } from '@/lib/rendez-vous/demander-autre'
import { enregistrerFermeture, retirerFermeture } from '@/lib/rendez-vous/enregistrer-fermeture'
import { fixerRendezVous } from '@/lib/rendez-vous/fixer-rendez-vous'
import { noterTenu } from '@/lib/rendez-vous/noter-tenu'
import { proposerCreneaux } from '@/lib/rendez-vous/proposer-creneaux'
import { retirerCreneaux } from '@/lib/rendez-vous/retirer-creneaux'
import {
  annulerRendezVousSchema,
  autreDemandeSchema,
  choisirSchema,
  fixerSchema,
  proposerSchema,
  tenuSchema,
} from '@/lib/rendez-vous/schema'
import { fermetureSchema, plagesSchema, retirerFermetureSchema, retirerSchema } from '@/lib/rendez-vous/schema-plages'
import { defineAction } from '@/lib/socle/action'

// Availabilities and closed days.
export const actionCreerPlages = defineAction(
  { droit: 'demande.traiter', schema: plagesSchema, journal: 'plage.creee' },
  creerPlages,
)
export const actionRetirerCreneaux = defineAction(
  { droit: 'demande.traiter', schema: retirerSchema, journal: 'plage.supprimee' },
  retirerCreneaux,
)
export const actionEnregistrerFermeture = defineAction(
  { droit: 'caisse.regler', schema: fermetureSchema, journal: 'fermeture.enregistree' },
  enregistrerFermeture,
)
export const actionRetirerFermeture = defineAction(
  { droit: 'caisse.regler', schema: retirerFermetureSchema, journal: 'fermeture.supprimee' },
  retirerFermeture,
)

// The rendez-vous of a demande, by an agent.
export const actionProposerCreneaux = defineAction(
  { droit: 'demande.traiter', schema: proposerSchema, journal: 'rendez_vous.propose' },
  proposerCreneaux,
)
export const actionFixerRendezVous = defineAction(
  { droit: 'demande.traiter', schema: fixerSchema, journal: 'rendez_vous.fixe' },
  fixerRendezVous,
)
export const actionNoterTenu = defineAction(
  { droit: 'demande.traiter', schema: tenuSchema, journal: 'rendez_vous.tenu' },
  noterTenu,
)
export const actionAnnulerRendezVous = defineAction(
  { droit: 'demande.traiter', schema: annulerRendezVousSchema, journal: 'rendez_vous.annule' },
  annulerRendezVous,
)

// By a technicien.
export const actionChoisirCreneau = defineAction(
  { droit: 'demande.suivre', schema: choisirSchema, journal: 'rendez_vous.choisi' },
  choisirCreneau,
)
export const actionDemanderAutre = defineAction(
  { droit: 'demande.suivre', schema: autreDemandeSchema, journal: 'message.envoye' },
  demanderAutre,
)
export const actionRenoncerRendezVous = defineAction(
  { droit: 'demande.suivre', schema: annulerRendezVousSchema, journal: 'rendez_vous.annule' },
  annulerRendezVous,
)
