import { z } from 'zod'
import { dateLongue } from '@/lib/socle/format'

/**
 * All that a mail about a convention, an account or a revue may know: names of organisations and of account holders, never of
 * an assuré. `jour` is an ISO day; `personne` the holder of the account it is about; `lien` a path of the portal.
 */
export const gouvernance = z.strictObject({
  prenom: z.string().max(100).optional(),
  caisse: z.string().max(200).optional(),
  partenaire: z.string().max(200).optional(),
  personne: z.string().max(200).optional(),
  identifiant: z.string().max(100).optional(),
  jour: z.iso.date().optional(),
  motif: z.string().max(2_000).optional(),
  nombre: z.number().int().optional(),
  /** What is new, one sentence each. */
  lignes: z.array(z.string().max(400)).max(100).optional(),
  lien: z
    .string()
    .regex(/^\/(?!\/)\S*$/)
    .optional(),
})

export type DonneesGouvernance = z.output<typeof gouvernance>

export type Avis = {
  /** Read over a shoulder: it names nobody. */
  objet: string
  corps: (donnees: DonneesGouvernance) => string[]
  bouton: string
  /** Where the button leads, unless `lien` says otherwise. */
  chemin: string
}

/** «CPAM de…» and «CGSS de…» are named without an article, which a sentence needs. */
export const la = (caisse = 'caisse') => (/^(CPAM|CGSS|CCSS|CARSAT|caisse)\b/i.test(caisse) ? `la ${caisse}` : caisse)
/** The same at the head of a sentence. */
export const La = (caisse?: string) => la(caisse).replace(/^./, (lettre) => lettre.toUpperCase())
export const le = ({ jour }: DonneesGouvernance) => (jour ? dateLongue(jour) : '')
export const raison = ({ motif }: DonneesGouvernance) => (motif ? [`Motif indiqué\u00a0: ${motif}`] : [])
