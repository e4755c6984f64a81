import type { EtatJeton, Verdict } from '@/lib/comptes/regles'
import { pluriel } from '@/lib/socle/format'

export const libellesProfil = {
  technicien: 'Technicien',
  gestionnaire: 'Gestionnaire',
  caisse: 'Caisse',
  administrateur: 'Administration nationale',
} as const

export const libellesRole = { agent: 'Agent', referent: 'Référent', dpo: 'DPO' } as const

export const libellesEtatCompte: Record<string, string> = {
  attente_activation: 'Lien non utilisé',
  actif: 'Actif',
  inactif: 'Inactivé',
}

/** The same words whether the account exists or not. */
export const IDENTIFIANTS_REFUSES = 'Identifiant ou mot de passe incorrect. Vérifiez les deux, puis réessayez.'

const OUBLI = '«\u00a0Identifiant ou mot de passe oublié\u00a0»'

/** Words of a wait or of a lock, with the way out. */
export function messageBlocage(verdict: Exclude<Verdict, { etat: 'libre' }>, maintenant: Date): string {
  if (verdict.etat === 'verrou') {
    return `Trop d’essais\u00a0: la connexion avec cet identifiant est verrouillée. Pour la rouvrir, choisissez un nouveau mot de passe par le lien ${OUBLI}.`
  }
  return `Trop d’essais. Attendez ${duree(verdict.jusqua.getTime() - maintenant.getTime())} avant de recommencer, ou choisissez un nouveau mot de passe par le lien ${OUBLI}.`
}

function duree(ms: number): string {
  const secondes = Math.max(1, Math.ceil(ms / 1000))
  if (secondes <= 90) return pluriel(secondes, 'seconde')
  return secondes <= 5_400 ? pluriel(Math.ceil(secondes / 60), 'minute') : pluriel(Math.ceil(secondes / 3_600), 'heure')
}

export const messagesJeton: Record<Exclude<EtatJeton, 'valable'>, { titre: string; texte: string }> = {
  expire: {
    titre: 'Ce lien n’est plus valable',
    texte: 'Un lien sert pendant 24 heures. Celui-ci est trop ancien\u00a0: demandez-en un autre.',
  },
  utilise: {
    titre: 'Ce lien a déjà servi',
    texte:
      'Chaque lien sert une seule fois. Connectez-vous, ou demandez-en un autre si vous avez perdu le mot de passe.',
  },
  inconnu: {
    titre: 'Ce lien n’est pas reconnu',
    texte:
      'Il a peut-être été coupé par votre messagerie. Copiez-le en entier depuis le courriel, ou demandez-en un autre.',
  },
}

const navigateurs: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systemes: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

/** «Firefox sur Windows»: enough to recognise one's own device. */
export function appareil(navigateur: string | null): string {
  const premier = (liste: [RegExp, string][]) => liste.find(([motif]) => motif.test(navigateur ?? ''))?.[1]
  return `${premier(navigateurs) ?? 'Navigateur inconnu'} sur ${premier(systemes) ?? 'un appareil inconnu'}`
}
