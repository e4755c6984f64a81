import type { Service } from '@/lib/demandes/modele'

/** What people write, in plain words: neither NIR nor health data. `{p}` is the person, `{il}` the pronoun. */
const situations: Record<string, string[]> = {
  puma: [
    '{p} est arrivé·e dans le département il y a quatre mois et n’a jamais été rattaché·e à un régime en France.',
    '{p} n’a plus de droits ouverts depuis la fin de son contrat de travail. {il} vit désormais chez sa sœur.',
    'Retour de l’étranger après six ans. {p} n’a pas d’activité et n’a pas encore d’attestation de droits.',
  ],
  'c2s/premiere': [
    '{p} est sans complémentaire depuis son changement d’adresse en janvier. Deux courriers envoyés, restés sans réponse.',
    '{p} perçoit le minimum vieillesse depuis peu. Une complémentaire payante lui prend un dixième de son budget.',
    '{p} a deux enfants à charge et travaille à temps partiel. Le dossier papier est complet, à une pièce près.',
  ],
  'c2s/renouvellement': [
    'Le renouvellement a été demandé en ligne, sans accusé de réception. {p} n’a pas d’accès régulier à internet.',
    'La C2S de {p} se termine dans deux mois. Les ressources du foyer n’ont pas changé depuis l’an dernier.',
  ],
  'ame/premiere': [
    '{p} vit en France depuis plus d’un an, hébergé·e par une association. Les justificatifs de présence sont joints.',
  ],
  'ame/renouvellement': [
    'Les droits arrivent à échéance dans deux mois. La situation de {p} n’a pas changé depuis la première demande.',
  ],
  aide_financiere: [
    '{p} a dû avancer une dépense importante ce mois-ci, et ne peut plus faire face à son loyer.',
    'Demande d’aide ponctuelle : les charges du foyer dépassent les ressources depuis la fin de l’allocation.',
  ],
  'autre_etude/adresse': [
    'Les courriers de la caisse partent toujours à l’ancienne adresse. {p} habite désormais dans notre commune.',
  ],
  'autre_etude/protection': [
    '{p} est sous mesure de protection depuis le mois dernier. Merci d’adresser les courriers à son représentant.',
  ],
  autre_etude: ['{p} a changé de situation et la caisse n’en a pas connaissance. Le justificatif est joint.'],
  'dossier_complexe/retroactivite': [
    'Trois demandes déposées depuis le printemps, trois réponses différentes. {p} ne sait plus depuis quand ses droits valent.',
  ],
  'dossier_complexe/rupture_droits': [
    'Les droits de {p} ont été fermés à la suite d’une mutation entre deux caisses, et personne ne les a rouverts.',
  ],
  'dossier_complexe/ij': [
    'Le dernier employeur de {p} n’a pas envoyé l’attestation de salaire. {il} est sans ressources depuis sept semaines.',
  ],
  mission_accompagnement: [
    '{p} repousse ses rendez-vous depuis un an, faute de savoir ce qui resterait à payer.',
    '{p} vit seul·e, sans moyen de transport, et n’obtient aucun rendez-vous dans son canton.',
  ],
  situation_urgence: [
    '{p} n’a aucun droit ouvert, et une prise en charge est prévue cette semaine. L’établissement demande une réponse.',
  ],
  suivi_demande_assure: [
    '{p} a envoyé son dossier par la poste il y a deux mois, et n’a reçu ni réponse ni demande de pièce.',
  ],
  autre_signalement: [
    '{p} a reçu une relance pour un trop-perçu qu’{il} ne comprend pas, et n’ose plus ouvrir ses courriers.',
  ],
}

const rendezVous = [
  '',
  '{p} parle peu le français : prévoir un temps un peu plus long.',
  'Merci d’éviter les heures de sortie d’école.',
]
const documents = [
  'Attestation à jour, demandée par un bailleur pour un dossier de logement.',
  'Document demandé par l’employeur, pour l’année en cours.',
  'L’original a été perdu lors d’un déménagement.',
]
const contacts: Record<string, string[]> = {
  evolutions_reglementaires: ['Pouvez-vous nous dire si les plafonds de ressources changent au prochain trimestre ?'],
  offres_service: ['Nous aimerions présenter vos offres à l’équipe. Avez-vous un support à jour ?'],
  convention: ['Notre référente change le mois prochain. Faut-il un avenant, ou un simple courrier ?'],
  formation: [
    'Quatre nouveaux collègues aimeraient suivre la formation au portail. Quelles sont les prochaines dates ?',
  ],
  dossier_transmis: ['Avez-vous pu avancer sur ce dossier ? {p} a un rendez-vous important la semaine prochaine.'],
  code_ameli: ['{p} n’arrive pas à ouvrir son compte ameli : le code provisoire a été envoyé à son ancienne adresse.'],
  autre_contact: ['À qui devons-nous adresser les dossiers des personnes qui viennent d’un autre département ?'],
}

export function textesDuBesoin(service: Service, motif: string, variante?: string | null): readonly string[] {
  const parService: Partial<Record<Service, readonly string[]>> = { rendez_vous: rendezVous, document: documents }
  return (
    parService[service] ??
    situations[`${motif}/${variante}`] ??
    situations[motif] ??
    contacts[motif] ?? ['Merci de regarder cette situation avec nous.']
  )
}

export const absences = [
  'L’hébergeur refuse de la signer.',
  'Perdue dans un déménagement, un duplicata est demandé.',
  'La personne n’en a pas.',
  'Encore chez l’ancien employeur.',
]

export const textesCaisse = {
  complement: [
    'Bonjour, il manque le dernier avis d’imposition, toutes les pages. Pouvez-vous l’ajouter ici même ? Merci.',
    'Bonjour, le justificatif de domicile a plus de trois mois. Merci de nous en envoyer un plus récent.',
    'Bonjour, les ressources de mars et avril ne figurent pas au dossier. Pouvez-vous les compléter ?',
    'Bonjour, le RIB n’est pas au nom de la personne. Merci d’en joindre un autre.',
  ],
  message: [
    'Bonjour, le dossier est complet à nos yeux. Je vérifie la période de ressources et je reviens vers vous cette semaine.',
    'Bonjour, j’ai transmis au service concerné. Réponse attendue sous quelques jours.',
    'Bonjour, avez-vous une date pour le rendez-vous dont vous parlez ? Je m’organise en conséquence.',
  ],
  note: [
    'L’ancien organisme n’a pas transféré les droits. Demandé par bordereau, réponse attendue sous 48 h.',
    'Vu avec la référente : on peut prendre en compte la période précédente.',
    'Deux adresses au fichier. J’ai gardé celle du justificatif.',
  ],
  /** By outcome. */
  reponse: {
    accord: 'Bonjour, les droits sont ouverts. La personne recevra sa notification par courrier. Bonne journée.',
    accord_partiel: 'Bonjour, l’accord est partiel : la notification en dit la raison et les voies de recours.',
    refus:
      'Bonjour, les ressources dépassent le plafond : la demande est refusée. La notification dit les voies de recours.',
    incomplet: 'Bonjour, sans les pièces demandées, je clos le dossier. Il suffit d’un message ici pour le rouvrir.',
    mission_accompagnement:
      'Bonjour, la Mission accompagnement santé prend le relais et appelle la personne cette semaine.',
    orientation: 'Bonjour, cette question relève d’un autre organisme : ses coordonnées sont dans votre annuaire.',
    resolu: 'Bonjour, la personne a été appelée ce matin et la situation est débloquée. Merci pour votre signalement.',
    injoignable:
      'Bonjour, trois appels sans réponse, à des heures différentes. Je clos, et reste disponible si elle rappelle.',
    refus_personne:
      'Bonjour, la personne préfère continuer seule pour le moment. Elle sait qu’elle peut revenir vers nous.',
    rendez_vous_fixe: 'Bonjour, le rendez-vous est fixé avec la personne, elle en a reçu la confirmation.',
    sans_rendez_vous: 'Bonjour, la réponse a pu être donnée par téléphone : le rendez-vous n’est plus utile.',
    envoye_courrier: 'Bonjour, le document part aujourd’hui à l’adresse connue de la personne.',
    remis_portail: 'Bonjour, le document est disponible dans le portail.',
    impossible: 'Bonjour, ce document ne peut pas être délivré : les droits ne sont pas ouverts à cette date.',
    reponse: 'Bonjour, voici la réponse à votre question : rien ne change avant le 1er avril. Bien à vous.',
    sans_suite: 'Bonjour, votre message est bien arrivé. Il n’appelle pas d’autre suite de notre part.',
  } as Record<string, string>,
}

export const textesPartenaire = {
  complement: [
    'Bonjour, voici la pièce demandée. Merci de votre patience.',
    'Bonjour, c’est ajouté : la personne l’a retrouvée hier.',
  ],
  message: [
    'Bonjour, pouvez-vous me dire s’il manque quelque chose au dossier ? Merci d’avance.',
    'Bonjour, la personne a reçu un nouveau courrier ce matin. Faut-il vous l’envoyer ?',
    'Bonjour, avez-vous une idée de la date de réponse ? Le bailleur nous relance.',
  ],
  annulation: ['La personne a déjà reçu une réponse par courrier.', 'Demande faite deux fois.', ''],
}
