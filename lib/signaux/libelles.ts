import type { TypeSignal } from '@/lib/signaux/regles'
import { pluriel } from '@/lib/socle/format'

/** Name of a signal, in a list. An alert says what happened, and blames nobody. */
export const libellesSignal: Record<TypeSignal, string> = {
  lectures: 'Beaucoup de demandes lues',
  telechargements: 'Beaucoup de fichiers téléchargés',
  refus: 'Pages refusées plusieurs fois',
  pulverisation: 'Connexions essayées sur de nombreux comptes',
  essais: 'Connexions refusées plusieurs fois sur un compte',
  nouvel_appareil: 'Connexion depuis un nouvel appareil',
  journal: 'Le journal ne se vérifie plus',
}

/** What may well explain it, before anything else. */
export const explicationsSignal: Record<TypeSignal, string> = {
  lectures: 'Une journée chargée, un remplacement ou une reprise de dossiers l’expliquent souvent.',
  telechargements: 'Un dossier volumineux ou la préparation d’une commission l’expliquent souvent.',
  refus: 'Un marque-page ancien, un lien reçu d’un collègue ou un changement de rôle l’expliquent souvent.',
  pulverisation:
    'Quelqu’un essaie peut-être des mots de passe courants. Les comptes visés sont protégés par leur verrou.',
  essais: 'Un mot de passe oublié l’explique le plus souvent.',
  nouvel_appareil:
    'Un nouveau poste ou un navigateur mis à jour l’expliquent le plus souvent. La personne a reçu un courriel.',
  journal: 'Des lignes ont été changées, retirées ou ajoutées hors du portail. Prévenez le support national.',
}

/** How many, in words: «92 demandes en une heure, repère 80». */
export function mesureSignal({
  type,
  nombre,
  repere,
}: {
  type: TypeSignal
  nombre: number
  repere: number | null
}): string {
  const mots: Record<TypeSignal, () => string> = {
    lectures: () => `${pluriel(nombre, 'demande lue', 'demandes lues')} en une heure`,
    telechargements: () => `${pluriel(nombre, 'fichier téléchargé', 'fichiers téléchargés')} en une heure`,
    refus: () => `${pluriel(nombre, 'page refusée', 'pages refusées')} en dix minutes`,
    pulverisation: () => `${pluriel(nombre, 'identifiant essayé', 'identifiants essayés')} en dix minutes`,
    essais: () => `${pluriel(nombre, 'connexion refusée', 'connexions refusées')} en une heure`,
    nouvel_appareil: () => 'premier accès depuis cet appareil',
    journal: () => `${pluriel(nombre, 'écart', 'écarts')}`,
  }
  const reglee = type === 'lectures' || type === 'telechargements'
  return `${mots[type]()}${reglee && repere ? ` (repère\u00A0: ${repere})` : ''}`
}
