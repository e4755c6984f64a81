'use server'

import { enregistrerContact, retirerContact } from '@/lib/reglages/enregistrer-contact'
import { enregistrerMotifPropre } from '@/lib/reglages/enregistrer-motif-propre'
import { enregistrerMotifs } from '@/lib/reglages/enregistrer-motifs'
import { enregistrerReglages } from '@/lib/reglages/enregistrer-reglages'
import { enregistrerServicesPartenaire } from '@/lib/reglages/enregistrer-services-partenaire'
import { motifsServiceSchema, reglagesSchema } from '@/lib/reglages/schema'
import { contactCaisseSchema, retirerContactSchema } from '@/lib/reglages/schema-contact'
import { motifPropreSchema } from '@/lib/reglages/schema-motif'
import { servicesPartenaireSchema } from '@/lib/reglages/services-partenaire'
import { defineAction } from '@/lib/socle/action'

export const actionEnregistrerReglages = defineAction(
  { droit: 'caisse.parametrer', schema: reglagesSchema, journal: 'caisse.reglages' },
  enregistrerReglages,
)
export const actionEnregistrerMotifs = defineAction(
  { droit: 'caisse.parametrer', schema: motifsServiceSchema, journal: 'caisse.motifs' },
  enregistrerMotifs,
)
export const actionEnregistrerMotifPropre = defineAction(
  { droit: 'caisse.parametrer', schema: motifPropreSchema, journal: 'caisse.motifs' },
  enregistrerMotifPropre,
)
export const actionEnregistrerContactCaisse = defineAction(
  { droit: 'caisse.parametrer', schema: contactCaisseSchema, journal: 'caisse.contacts' },
  enregistrerContact,
)
export const actionRetirerContactCaisse = defineAction(
  { droit: 'caisse.parametrer', schema: retirerContactSchema, journal: 'caisse.contacts' },
  retirerContact,
)
export const actionEnregistrerServicesPartenaire = defineAction(
  { droit: 'caisse.regler', schema: servicesPartenaireSchema, journal: 'partenaire.services' },
  enregistrerServicesPartenaire,
)
