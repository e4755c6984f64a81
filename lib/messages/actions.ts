'use server'

import { retirerFichier } from '@/lib/messages/retirer-fichier'
import { retirerMessage } from '@/lib/messages/retirer-message'
import { fichierSchema, retraitSchema } from '@/lib/messages/schema'
import { defineAction } from '@/lib/socle/action'

export const actionRetirerMessage = defineAction(
  { droit: 'piece.voir', schema: retraitSchema, journal: 'message.retire' },
  retirerMessage,
)

/** Without JavaScript; with it, the page asks the route of the files. */
export const actionRetirerFichier = defineAction(
  { droit: 'piece.voir', schema: fichierSchema, journal: 'piece.supprimee' },
  retirerFichier,
)
