import type { Chapitre } from '@/lib/guide/modele'

/** What a technicien and a gestionnaire share: what both sides look at together. */
export const chapitresPartenaire: Chapitre[] = [
  {
    cle: 'bilan',
    titre: 'Lire notre bilan, participer au COPIL',
    pages: ['/bilan', '/exports'],
    quand: 'Pour voir ce que deviennent vos demandes, et avant une réunion avec la caisse.',
    etapes: [
      'Ouvrez [Bilan](/bilan) et choisissez la période : «Afficher la période», ou «Entre deux dates».',
      'Chaque chiffre a son image et son tableau. Les délais sont donnés attentes comprises, puis à part.',
      'Le bilan s’emporte : «PDF, pour la réunion», «Excel», «LibreOffice» ou «CSV».',
      '[Le COPIL](/bilan/copil) de la période montre la réunion, les commentaires de chaque côté, les décisions et qui s’en charge.',
    ],
    questions: [
      [
        'Pourquoi certains nombres sont-ils masqués ?',
        'Si peu de personnes sont concernées, un nombre pourrait en désigner une.',
      ],
      ['Qui écrit le commentaire de notre côté ?', 'Un gestionnaire de la structure.'],
      [
        'Peut-on emporter la liste des demandes d’un chiffre ?',
        'Un technicien, oui : il ouvre ce chiffre, puis «Exporter toute la liste».',
      ],
    ],
    appeler: 'Le référent de la convention, dans [l’annuaire](/annuaire).',
  },
  {
    cle: 'formations',
    titre: 'Suivre une formation de la caisse',
    pages: ['/formations'],
    quand: 'La caisse propose une session, ou vous cherchez une attestation.',
    etapes: [
      'Ouvrez [Formations](/formations), puis la session.',
      '«M’inscrire» réserve votre place. Complète ? «Me mettre en liste d’attente» : une place qui se libère vous revient, dans l’ordre.',
      '«Ajouter à mon agenda» y met la date et le lieu, ou le lien.',
      'Empêché ? «Me désinscrire».',
    ],
    ensuite: 'Après la session, «Ouvrir mon attestation (PDF)».',
    appeler: 'La caisse qui propose la session, dans [l’annuaire](/annuaire).',
  },
  {
    cle: 'annuaire',
    titre: 'Savoir qui joindre',
    pages: ['/annuaire'],
    quand: 'Pour un sujet qui ne passe pas par le portail, ou pour parler à quelqu’un.',
    etapes: [
      '[L’annuaire](/annuaire) donne, pour chaque caisse, ses référents et une adresse par thème, puis les contacts de votre organisation.',
      'Chaque côté tient ses contacts : un gestionnaire ajoute les vôtres.',
    ],
    questions: [
      ['Puis-je nommer la personne dans un courriel ?', 'Non. Donnez la référence de la demande, rien d’autre.'],
    ],
    appeler: 'Si l’annuaire se trompe, le gestionnaire de votre structure ou le référent de la caisse.',
  },
]
