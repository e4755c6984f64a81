import { type Avis, la, le, raison } from '@/lib/notifications/modeles/avis/commun'

/** Reported accounts: words that accuse nobody, and what to do next. */
export const avisIncidents = {
  incident_signale: {
    objet: 'un compte est signalé',
    corps: (d) => [
      `Le compte ${d.identifiant} (${d.personne}) est signalé\u00a0: ${d.motif}.`,
      d.nombre
        ? 'Le compte est déjà inactivé, et les sessions ouvertes sont fermées.'
        : 'Le compte est encore ouvert. Ouvrez le signalement pour l’inactiver tout de suite si c’est nécessaire.',
    ],
    bouton: 'Ouvrir le signalement',
    chemin: '/signaler',
  },
  incident_preuve: {
    objet: 'un compte est inactivé, attestation',
    corps: (d) => [
      `Le compte ${d.identifiant} (${d.personne}) de ${d.partenaire} est inactivé depuis le ${le(d)}\u00a0: ${d.motif}.`,
      'L’attestation datée est dans le portail. Vous pouvez l’imprimer ou la garder.',
    ],
    bouton: 'Voir l’attestation',
    chemin: '/signaler',
  },
  incident_clos: {
    objet: 'un signalement est traité',
    corps: (d) => [
      `Le signalement du compte ${d.identifiant} (${d.personne}) est traité par ${la(d.caisse)}\u00a0: ${d.motif}.`,
    ],
    bouton: 'Voir le signalement',
    chemin: '/signaler',
  },
  compte_protege: {
    objet: 'votre compte est fermé par précaution',
    corps: (d) => [
      `Votre compte ${d.identifiant ?? ''} est fermé depuis le ${le(d)}, par précaution\u00a0: ${d.motif}. Cela ne dit rien de vous.`,
      'La caisse regarde ce qui s’est passé et rouvre le compte si tout va bien. Une question\u00a0? Parlez-en à la personne qui gère les comptes de votre structure, ou à la caisse.',
    ],
    bouton: 'Savoir qui contacter',
    chemin: '/aide',
  },
  compte_exclu: {
    objet: 'votre compte est fermé',
    corps: (d) => [
      `Votre compte ${d.identifiant ?? ''} est fermé depuis le ${le(d)} par décision de ${la(d.caisse)}.`,
      ...raison(d),
      'Vous pouvez écrire à la caisse pour en parler.',
    ],
    bouton: 'Savoir qui contacter',
    chemin: '/aide',
  },
  successeur_attendu: {
    objet: 'une structure n’a plus de gestionnaire',
    corps: (d) => [
      `Après un signalement, ${d.personne} (${d.partenaire}) n’a plus de gestionnaire actif. Habilitez un successeur\u00a0: sans gestionnaire, personne n’y gère les comptes.`,
    ],
    bouton: 'Ouvrir la fiche',
    chemin: '/caisse/partenaires',
  },
} satisfies Record<string, Avis>
