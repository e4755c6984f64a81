import type { Prestation } from '@/lib/demandes/modele'
import type { Section } from '@/lib/reglages/modele'
import { pluriel } from '@/lib/socle/format'

export const titresSection: Record<Section, string> = {
  delais: 'Délais de réponse',
  habilitations: 'Comptes et revues d’habilitation',
  conventions: 'Conventions',
  'rendez-vous': 'Rendez-vous',
  services: 'Services proposés',
  statistiques: 'Statistiques',
  fichiers: 'Pièces jointes',
  conservation: 'Conservation et violations de données',
  surveillance: 'Usages inhabituels',
}

export const libellesPrestation: Record<Prestation, string> = {
  puma: 'Ouverture de droits (PUMa)',
  c2s: 'Complémentaire santé solidaire (C2S)',
  ame: 'Aide médicale de l’État (AME)',
  aide_financiere: 'Aide financière',
  autre: 'Autre prestation',
}

export const jours = (n: number) => pluriel(n, 'jour')
export const joursOuvres = (n: number) => pluriel(n, 'jour ouvré', 'jours ouvrés')
export const mois = (n: number) => pluriel(n, 'mois', 'mois')
export const demandesOuvertes = (n: number) => pluriel(n, 'demande ouverte', 'demandes ouvertes')
export const brouillons = (n: number) => pluriel(n, 'brouillon')

/** The words for one, or for several: French has no plural under 2. */
export const selon = (n: number, un: string, plusieurs: string) => (n >= 2 ? plusieurs : un)
