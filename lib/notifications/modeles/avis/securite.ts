import type { Avis } from '@/lib/notifications/modeles/avis/commun'

const siVous = 'Si c’est vous, il n’y a rien à faire.'
const sinon =
  'Si ce n’est pas vous, ouvrez «\u00a0Mon compte\u00a0», puis «\u00a0Sécurité\u00a0»\u00a0: changez votre mot de passe, ce qui ferme les autres sessions, et signalez le compte. Vous pouvez aussi appeler la personne qui gère votre compte, ou la caisse.'
const compte = (identifiant?: string) => `compte ${identifiant ?? ''}`.trim()
const bouton = 'Ouvrir «\u00a0Sécurité\u00a0»'
const chemin = '/compte/securite'

/** What protects an account: the owner is told of each change, in words that accuse nobody. */
export const avisSecurite = {
  nouvelle_connexion: {
    objet: 'nouvelle connexion à votre compte',
    corps: (d) => [
      `Le ${compte(d.identifiant)} vient d’être ouvert depuis un navigateur que nous ne connaissions pas.`,
      ...(d.lignes ?? []),
      `${siVous} Un ordinateur neuf, un autre navigateur ou des cookies effacés suffisent à l’expliquer.`,
      sinon,
    ],
    bouton,
    chemin,
  },
  double_authentification_installee: {
    objet: 'la double authentification est en place',
    corps: (d) => [
      `Une application de codes est maintenant liée au ${compte(d.identifiant)}\u00a0: elle sera demandée à chaque connexion par mot de passe.`,
      'Gardez vos codes de secours à l’écart du téléphone.',
      siVous,
      sinon,
    ],
    bouton,
    chemin,
  },
  double_authentification_retiree: {
    objet: 'une application de codes est retirée',
    corps: (d) => [`L’application de codes du ${compte(d.identifiant)} vient d’être retirée.`, siVous, sinon],
    bouton,
    chemin,
  },
  double_authentification_reinitialisee: {
    objet: 'votre double authentification est à refaire',
    corps: (d) => [
      `La double authentification du ${compte(d.identifiant)} est remise à zéro par la personne qui gère votre compte\u00a0: ${d.motif ?? ''}.`,
      'Vos sessions sont fermées. À votre prochaine connexion, avec votre mot de passe, le portail vous aidera à la remettre en place.',
      'Si vous ne l’avez pas demandé, prévenez tout de suite cette personne ou la caisse, et changez de mot de passe.',
    ],
    bouton: 'Me connecter',
    chemin: '/connexion',
  },
  code_secours_utilise: {
    objet: 'un code de secours a servi',
    corps: (d) => [
      `Un code de secours vient de servir à ouvrir le ${compte(d.identifiant)}. ${reste(d.nombre ?? 0)}`,
      siVous,
      sinon,
    ],
    bouton,
    chemin,
  },
  codes_secours_refaits: {
    objet: 'vos codes de secours sont nouveaux',
    corps: (d) => [
      `Dix codes de secours viennent d’être créés pour le ${compte(d.identifiant)}. Les anciens ne servent plus.`,
      siVous,
      sinon,
    ],
    bouton,
    chemin,
  },
  cle_acces_ajoutee: {
    objet: 'une clé d’accès est ajoutée',
    corps: (d) => [
      `Une clé d’accès vient d’être ajoutée au ${compte(d.identifiant)}\u00a0: elle permet de se connecter sans mot de passe.`,
      siVous,
      sinon,
    ],
    bouton,
    chemin,
  },
  cle_acces_retiree: {
    objet: 'une clé d’accès est retirée',
    corps: (d) => [`Une clé d’accès du ${compte(d.identifiant)} vient d’être retirée.`, siVous, sinon],
    bouton,
    chemin,
  },
} satisfies Record<string, Avis>

export type AvisSecurite = keyof typeof avisSecurite

function reste(nombre: number): string {
  if (nombre === 0) return 'Il n’en reste plus\u00a0: créez-en d’autres depuis «\u00a0Sécurité\u00a0».'
  return nombre === 1 ? 'Il en reste un.' : `Il en reste ${nombre}.`
}
