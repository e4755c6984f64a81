'use server'

import { enregistrerContact, retirerContact } from '@/lib/annuaire/enregistrer-contact'
import { contactDuPartenaireSchema, retirerContactSchema } from '@/lib/annuaire/schema'
import { defineAction } from '@/lib/socle/action'

export const actionEnregistrerContactAnnuaire = defineAction(
  { droit: 'equipe.gerer', schema: contactDuPartenaireSchema, journal: 'partenaire.contacts' },
  enregistrerContact,
)
export const actionRetirerContactAnnuaire = defineAction(
  { droit: 'equipe.gerer', schema: retirerContactSchema, journal: 'partenaire.contacts' },
  retirerContact,
)
