import { libelleFormats } from '@/lib/pieces-jointes/formats'
import { taille } from '@/lib/socle/format'

export type CodeRefus =
  | 'vide'
  | 'inconnu'
  | 'archive'
  | 'mot_de_passe'
  | 'macros'
  | 'abime'
  | 'trop_gros'
  | 'total_depasse'
  | 'infecte'
  | 'actif'
  | 'fichiers_joints'
  | 'liens_externes'
  | 'protege'
  | 'polyglotte'
  | 'bombe'

type Limites = { parFichier?: number; parDemande?: number }

const raisons: Record<CodeRefus, (limites: Limites) => string> = {
  vide: () => 'il est vide. Enregistrez-le de nouveau, puis renvoyez-le.',
  inconnu: () => `ce format n’est pas accepté. Envoyez un PDF ou une photo (acceptés : ${libelleFormats}).`,
  archive: () =>
    'c’est une archive, la caisse ne pourrait pas l’ouvrir. Envoyez un par un les fichiers qu’elle contient.',
  mot_de_passe: () =>
    'il est protégé par un mot de passe, la caisse ne pourrait pas l’ouvrir. Envoyez une version sans mot de passe, ou une photo.',
  macros: () => 'il contient des macros, la caisse ne l’ouvrirait pas. Enregistrez-le en PDF, puis renvoyez-le.',
  abime: () =>
    'il est abîmé ou incomplet, la caisse ne pourrait pas l’ouvrir. Vérifiez qu’il s’ouvre chez vous, ou envoyez une photo.',
  trop_gros: ({ parFichier }) =>
    `il dépasse ${parFichier ? taille(parFichier) : 'la taille permise'}. Réduisez-le, ou envoyez-le en plusieurs fichiers.`,
  total_depasse: ({ parDemande }) =>
    `avec lui, la demande dépasserait ${parDemande ? taille(parDemande) : 'la taille permise'}. Retirez une pièce, ou réduisez celle-ci.`,
  actif: () =>
    'il contient du code ou une action qui se lancerait à l’ouverture. Ouvrez-le, choisissez «\u00A0Imprimer\u00A0» puis «\u00A0Enregistrer au format PDF\u00A0», et envoyez ce nouveau fichier.',
  fichiers_joints: () =>
    'il contient d’autres fichiers ou objets, que la caisse ne peut pas vérifier. Enregistrez-le en PDF, et envoyez les autres fichiers un par un.',
  liens_externes: () =>
    'il va chercher une partie de son contenu ailleurs, par un lien que la caisse ne peut pas suivre. Enregistrez-le en PDF, puis renvoyez-le.',
  protege: () =>
    'il est protégé (chiffré), et la caisse ne peut pas le vérifier. Ouvrez-le, choisissez «\u00A0Imprimer\u00A0» puis «\u00A0Enregistrer au format PDF\u00A0», ou envoyez une photo.',
  polyglotte: () =>
    'son contenu mélange plusieurs sortes de fichiers. Enregistrez-le de nouveau en PDF, ou envoyez une photo.',
  bombe: () =>
    'il serait trop grand une fois ouvert. Réduisez sa définition (300 points par pouce suffisent), ou envoyez-le en plusieurs fichiers.',
  infecte: () => 'l’antivirus y a trouvé un virus. Il n’a pas été gardé. Prévenez votre service informatique.',
}

/** The reason, in French, told to the person who sent the file. Sizes of the limits in bytes. */
export function messageRefus(code: CodeRefus, nomFichier: string, limites: Limites = {}): string {
  return `«\u00A0${nomFichier}\u00A0» est refusé\u00A0: ${raisons[code](limites).replaceAll(' :', '\u00A0:')}`
}
