import { z } from 'zod'
import { schemaIdentite } from '@/lib/habilitations/schema'
import { texteCourt } from '@/lib/socle/champ-texte-libre'

const rolesCaisse = ['agent', 'referent', 'dpo'] as const

const version = z.coerce.number({ error: 'Rechargez la page' }).int()
const compteId = z.uuid({ error: 'Rechargez la page' })

/** Roles combine; an account without any would open nothing (règles du domaine, §1). */
const roles = z
  .array(z.enum(rolesCaisse, { error: 'Choisissez parmi les rôles proposés' }))
  .default([])
  .transform((lus) => rolesCaisse.filter((role) => lus.includes(role)))
  .refine((lus) => lus.length > 0, 'Choisissez au moins un rôle')

export const schemaNouveauCompte = schemaIdentite.extend({ caisseId: z.uuid({ error: 'Rechargez la page' }), roles })
export const schemaCompteModifie = schemaIdentite.extend({ compteId, version, roles })
export const schemaNouvelAdministrateur = schemaIdentite
export const schemaAdministrateurModifie = schemaIdentite.extend({ compteId, version })
export const schemaCompte = z.object({ compteId })
export const schemaInactivation = z.object({
  compteId,
  version,
  motif: texteCourt({ max: 300, requis: 'Dites pourquoi\u00A0: un départ, un changement de poste…' }),
  /** Where its open demandes are to be taken again. */
  demandes: z.union([z.enum(['garder', 'commune']), z.uuid()], { error: 'Choisissez dans la liste' }).default('garder'),
})

export type SaisieNouveauCompte = z.output<typeof schemaNouveauCompte>
export type SaisieCompteModifie = z.output<typeof schemaCompteModifie>
export type SaisieAdministrateurModifie = z.output<typeof schemaAdministrateurModifie>
export type SaisieInactivation = z.output<typeof schemaInactivation>
