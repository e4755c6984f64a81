import { nomComplet } from '@/lib/socle/acteur'
import { dateSansAnnee, heure } from '@/lib/socle/format'
import { complementDuNom, que } from '@/lib/socle/francais'
import { dateAParis, joursEntre } from '@/lib/socle/temps'

/** What a gestionnaire attests of a technicien (règles du domaine, §3), each in its own box, kept word for word. */
export const attestations = ['rattachement', 'equipement', 'messagerie'] as const

export type Attestation = (typeof attestations)[number]

/** «est salariée ou bénévole du CCAS de Vaucreux»: the end of «J’atteste que Maëlle Le Gall…», or «la personne». */
export function motsAttestation(organisme: string, civilite?: string): Record<Attestation, string> {
  const salarie = civilite === 'monsieur' ? 'salarié' : 'salariée'
  return {
    rattachement: `est ${salarie} ou bénévole ${complementDuNom(organisme)}`,
    equipement: 'travaille sur un équipement professionnel, protégé par un antivirus',
    messagerie: 'a une messagerie professionnelle, hébergée en Europe',
  }
}

/** The attestation as it is kept. */
export function texteAttestation(
  personne: { civilite: string; prenom: string; nom: string },
  organisme: string,
): string {
  const mots = motsAttestation(organisme, personne.civilite)
  return `J’atteste ${que(nomComplet(personne))} ${attestations.map((cle) => mots[cle]).join('\u202f; ')}.`
}

/** Why an account is inactivated: neutral words, which the person may read. */
export const motifsInactivation = {
  depart: 'Départ de la structure',
  fonction: 'Changement de fonction',
  absence: 'Longue absence',
  inutilise: 'Compte qui ne sert plus',
  double: 'Compte créé deux fois',
} as const

export type MotifInactivation = keyof typeof motifsInactivation

export const libellesChamps = {
  civilite: 'Civilité',
  nom: 'Nom',
  prenom: 'Prénom',
  fonction: 'Fonction',
  telephone: 'Téléphone',
  courriel: 'Courriel',
} as const

/** «ce matin», «aujourd’hui», «hier», «le 4 février», «il y a 5 mois», «jamais»: near, the day counts; far, how long. */
export function derniereConnexion(instant: Date | null, maintenant: Date): string {
  if (!instant) return 'jamais'
  const jour = dateAParis(instant)
  const aujourdhui = dateAParis(maintenant)
  const ecart = joursEntre(jour, aujourdhui)
  if (ecart <= 0) return Number.parseInt(heure(instant), 10) < 12 ? 'ce matin' : 'aujourd’hui'
  if (ecart === 1) return 'hier'
  if (ecart < 60) return `le ${dateSansAnnee(jour, aujourdhui)}`
  const mois = Math.floor(ecart / 30.44)
  if (mois < 24) return `il y a ${mois}\u00a0mois`
  return `il y a ${Math.floor(ecart / 365.25)}\u00a0ans`
}
