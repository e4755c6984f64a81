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
  lien: z
    .string()
    .regex(/^\/(?!\/)\S*$/)
    .optional(),
})

export type DonneesGouvernance = z.output<typeof gouvernance>

type Avis = {
  /** Read over a shoulder: it names nobody. */
  objet: string
  corps: (donnees: DonneesGouvernance) => string[]
  bouton: string
  /** Where the button leads, unless `lien` says otherwise. */
  chemin: string
}

/** «CPAM de…» and «CGSS de…» are named without an article, which a sentence needs. */
const la = (caisse = 'caisse') => (/^(CPAM|CGSS|CCSS|CARSAT|caisse)\b/i.test(caisse) ? `la ${caisse}` : caisse)
const le = ({ jour }: DonneesGouvernance) => (jour ? dateLongue(jour) : '')
const raison = ({ motif }: DonneesGouvernance) => (motif ? [`Motif indiqué\u00a0: ${motif}`] : [])

/** Each mail: words that accuse nobody, and what to do next. */
export const avis = {
  acces_fin_prochaine: {
    objet: 'un accès se ferme bientôt',
    corps: (d) => [
      `L’accès de ${d.partenaire} aux services de ${la(d.caisse)} se ferme à la fin du ${le(d)}.`,
      'D’ici là, tout fonctionne comme d’habitude. Les demandes déjà déposées restent traitées par la caisse.',
    ],
    bouton: 'Voir la convention',
    chemin: '/convention',
  },
  acces_ferme: {
    objet: 'un accès est fermé',
    corps: (d) => [
      `L’accès de ${d.partenaire} aux services de ${la(d.caisse)} est fermé depuis le ${le(d)}.`,
      ...raison(d),
      'Les demandes déjà déposées restent traitées par la caisse.',
    ],
    bouton: 'Savoir qui contacter',
    chemin: '/aide',
  },
  compte_inactive: {
    objet: 'votre compte est fermé',
    corps: (d) => [
      `Votre compte ${d.identifiant ?? ''} est fermé depuis le ${le(d)}. Merci pour le travail fait avec l’Assurance Maladie.`,
      ...raison(d),
      'Une question, ou une erreur\u00a0? Écrivez à la personne qui gère les comptes de votre structure, ou à la caisse.',
    ],
    bouton: 'Savoir qui contacter',
    chemin: '/aide',
  },
} satisfies Record<string, Avis>

export type ModeleGouvernance = keyof typeof avis
export const estAvis = (nom: string): nom is ModeleGouvernance => Object.hasOwn(avis, nom)
export const avisDe = (nom: ModeleGouvernance): Avis => avis[nom]
