/** Why a sign-in through the provider does not open the portal. */
export type RefusOidc =
  | 'annule'
  | 'expire'
  | 'invalide'
  | 'indisponible'
  | 'sans_courriel'
  | 'non_verifie'
  | 'aucun_compte'
  | 'plusieurs_comptes'
  | 'autre_identite'

/** What happened, and what to do, in words. */
export const messagesOidc: Record<RefusOidc, string> = {
  annule: 'La connexion a été abandonnée avant la fin. Recommencez quand vous voulez.',
  expire: 'Cette connexion a trop attendu, ou elle a déjà servi. Recommencez depuis cette page.',
  invalide:
    'La réponse reçue n’a pas pu être vérifiée\u00a0: rien n’a été ouvert. Recommencez\u00a0; si cela se reproduit, prévenez le support informatique de votre caisse.',
  indisponible:
    'Le service de connexion de votre caisse ne répond pas. Réessayez dans quelques minutes, ou prévenez le support informatique de votre caisse.',
  sans_courriel:
    'Votre caisse n’a pas donné votre adresse professionnelle, qui sert à retrouver votre compte. Prévenez le support informatique de votre caisse.',
  non_verifie:
    'Votre caisse n’a pas confirmé votre adresse professionnelle, qui sert à retrouver votre compte. Prévenez le support informatique de votre caisse.',
  aucun_compte:
    'Aucun compte de caisse ouvert ici n’a votre adresse professionnelle. Demandez au référent du portail, dans votre caisse, d’ouvrir le vôtre ou d’en corriger l’adresse.',
  plusieurs_comptes:
    'Plusieurs comptes de caisse ont ici votre adresse professionnelle\u00a0: le portail ne peut pas choisir pour vous. Demandez au référent du portail, dans votre caisse, d’en garder un seul avec cette adresse.',
  autre_identite:
    'Ce compte est déjà lié à une autre identité de votre caisse. Si c’est la vôtre, demandez au référent du portail de réinitialiser votre double authentification\u00a0: le lien se refera à votre prochaine connexion.',
}

export function estRefusOidc(code: unknown): code is RefusOidc {
  return typeof code === 'string' && Object.hasOwn(messagesOidc, code)
}

/** Said where an account of a caisse comes in by another way than the required one. */
export const passerParLaCaisse = (libelle: string) =>
  `Les agents des caisses se connectent avec ${libelle}. Utilisez le bouton de cette page.`
