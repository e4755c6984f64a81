'use server'

import { ajouterRegle } from '@/lib/equipes/ajouter-regle'
import { appliquerRoutage } from '@/lib/equipes/appliquer-routage'
import { attribuerDemande } from '@/lib/equipes/attribuer-demande'
import { changerRegle } from '@/lib/equipes/changer-regle'
import { dissoudreEquipe } from '@/lib/equipes/dissoudre-equipe'
import { enregistrerEquipe } from '@/lib/equipes/enregistrer-equipe'
import {
  appliquerSchema,
  attribuerSchema,
  changerRegleSchema,
  dissoudreSchema,
  equipeSchema,
  regleSchema,
  supprimerRegleSchema,
} from '@/lib/equipes/schema'
import { supprimerRegle } from '@/lib/equipes/supprimer-regle'
import { defineAction } from '@/lib/socle/action'

// Handling, by an agent.
export const actionAttribuer = defineAction(
  { droit: 'demande.traiter', schema: attribuerSchema, journal: 'demande.attribuee' },
  attribuerDemande,
)

// Setting, by a référent.
export const actionEnregistrerEquipe = defineAction(
  { droit: 'caisse.regler', schema: equipeSchema, journal: 'equipe_caisse.enregistree' },
  enregistrerEquipe,
)
export const actionDissoudreEquipe = defineAction(
  { droit: 'caisse.regler', schema: dissoudreSchema, journal: 'equipe_caisse.enregistree' },
  dissoudreEquipe,
)
export const actionAjouterRegle = defineAction(
  { droit: 'caisse.regler', schema: regleSchema, journal: 'routage.enregistre' },
  ajouterRegle,
)
export const actionChangerRegle = defineAction(
  { droit: 'caisse.regler', schema: changerRegleSchema, journal: 'routage.enregistre' },
  changerRegle,
)
export const actionSupprimerRegle = defineAction(
  { droit: 'caisse.regler', schema: supprimerRegleSchema, journal: 'routage.supprime' },
  supprimerRegle,
)
export const actionAppliquerRoutage = defineAction(
  { droit: 'caisse.regler', schema: appliquerSchema, journal: 'routage.enregistre' },
  appliquerRoutage,
)
