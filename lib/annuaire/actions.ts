'use server'

import { confirmerAnnuaire } from '@/lib/annuaire/confirmation'
import { enregistrerContact, retirerContact } from '@/lib/annuaire/enregistrer-contact'
import { confirmerAnnuaireSchema, contactDuPartenaireSchema, retirerContactSchema } from '@/lib/annuaire/schema'
import { defineAction } from '@/lib/socle/action'

export const actionEnregistrerContactAnnuaire = defineAction(
  { droit: 'equipe.gerer', schema: contactDuPartenaireSchema, journal: 'partenaire.contacts' },
  enregistrerContact,
)
export const actionRetirerContactAnnuaire = defineAction(
  { droit: 'equipe.gerer', schema: retirerContactSchema, journal: 'partenaire.contacts' },
  retirerContact,
)
export const actionConfirmerAnnuaire = defineAction(
  { droit: 'annuaire.confirmer', schema: confirmerAnnuaireSchema, journal: 'annuaire.confirme' },
  confirmerAnnuaire,
)
