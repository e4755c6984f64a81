'use server'

import { ajouterLien } from '@/lib/bibliotheque/ajouter-version'
import {
  enregistrerDocument,
  publierDocument,
  retirerDocument,
  supprimerDocument,
} from '@/lib/bibliotheque/enregistrer-document'
import { documentSchema, lienSchema, unSeulSchema } from '@/lib/bibliotheque/schema'
import { defineAction } from '@/lib/socle/action'

export const actionEnregistrerDocument = defineAction(
  { droit: 'publication.gerer', schema: documentSchema, journal: 'bibliotheque.creee' },
  enregistrerDocument,
)
export const actionAjouterLien = defineAction(
  { droit: 'publication.gerer', schema: lienSchema, journal: 'bibliotheque.version' },
  ajouterLien,
)
export const actionPublierDocument = defineAction(
  { droit: 'publication.gerer', schema: unSeulSchema, journal: 'bibliotheque.publiee' },
  publierDocument,
)
export const actionRetirerDocument = defineAction(
  { droit: 'publication.gerer', schema: unSeulSchema, journal: 'bibliotheque.retiree' },
  retirerDocument,
)
export const actionSupprimerDocument = defineAction(
  { droit: 'publication.gerer', schema: unSeulSchema, journal: 'bibliotheque.supprimee' },
  supprimerDocument,
)
