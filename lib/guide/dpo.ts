import { chapitreDanger, chapitresDuCompte } from '@/lib/guide/communs'
import type { Guide } from '@/lib/guide/modele'

const national = 'L’administration nationale, pour ce qui touche au portail lui-même. La CNIL, pour le fond.'

export const guideDpo: Guide = {
  titre: 'Guide du DPO',
  chapeau:
    'Vous répondez aux personnes qui exercent leurs droits, vous suivez les violations, le journal et la conservation. Vous ne lisez aucune demande hors du dossier d’une personne qui vous a écrit.',
  chapitres: [
    {
      cle: 'accueil',
      titre: 'Voir ce qui m’attend',
      pages: ['/caisse/accueil'],
      quand: 'Chaque matin : les délais de la loi courent aussi la nuit.',
      etapes: [
        'Ouvrez [l’accueil](/caisse/accueil). «Ce qui vous attend» réunit les demandes des personnes et les violations, la plus pressée d’abord.',
        'Un avis annonce les usages inhabituels à regarder.',
      ],
      appeler: national,
    },
    {
      cle: 'personnes',
      titre: 'Répondre à une demande d’accès d’une personne',
      pages: ['/caisse/personnes'],
      quand:
        'Une lettre, un appel, un courriel : quelqu’un demande ce qui est gardé sur lui, ou de le corriger, le limiter, l’effacer.',
      etapes: [
        'Ouvrez [Droits des personnes](/caisse/personnes), puis «Enregistrer une demande». Le délai part du jour de réception.',
        'Vérifiez qui écrit, puis «Noter la vérification de l’identité».',
        '«Chercher ses dossiers» : cochez ce qui est bien de cette personne, puis «Garder ces dossiers». Vous ne lirez que ceux-là.',
        '«Préparer la copie», puis «Télécharger la copie (ZIP)». Remettez-la par un canal sûr.',
        'Selon ce qui est demandé : «Corriger son identité», «Limiter ses dossiers», «Décider de l’opposition».',
        '«Enregistrer la réponse» arrête le délai.',
      ],
      ensuite: 'L’historique date chaque acte. Une demande close se rouvre si la personne revient.',
      questions: [
        ['Je ne trouve rien.', 'C’est une réponse : dites-le-lui. Avant, essayez d’autres noms ou orthographes.'],
        ['C’est trop long pour un mois.', '«Prolonger le délai», après avoir prévenu la personne, avec la raison.'],
        ['Elle demande l’effacement.', 'La page dit ce qui peut être effacé, ce qui doit être gardé et jusqu’à quand.'],
      ],
      appeler: national,
    },
    {
      cle: 'violations',
      titre: 'Suivre une violation de données',
      pages: ['/caisse/violations'],
      quand: 'Quelqu’un a déclaré une violation, de votre caisse ou d’un partenaire.',
      etapes: [
        'Ouvrez [Violations](/caisse/violations), puis la déclaration. Les horloges disent ce qui reste pour chaque notification.',
        '«Qualifier la violation» : avérée ou écartée, et le risque pour les personnes.',
        'Notez ce qui est fait : «Noter une mesure», «Information de l’autre partie», «Notification à la CNIL», «Information des personnes».',
        'Le dossier s’emporte : «Ouvrir le dossier (PDF)». Puis «Clore la violation».',
      ],
      ensuite: 'Elle reste au registre, même écartée, avec sa raison.',
      questions: [
        [
          'Le délai envers l’autre partie n’est pas celui d’une autre caisse.',
          'C’est un réglage de votre caisse ; celui de la CNIL est dans la loi.',
        ],
      ],
      appeler: national,
    },
    {
      cle: 'journal',
      titre: 'Chercher dans le journal',
      pages: ['/caisse/journal'],
      quand: 'Qui a ouvert ce dossier ? Qui a changé ce compte ?',
      etapes: [
        'Ouvrez [Journal](/caisse/journal), choisissez la période, l’acte, le compte ou la demande, puis «Chercher».',
        '«Qui a vu les demandes d’une personne» part d’un nom et d’une date de naissance.',
        '«Exporter ces lignes (CSV)» garde ce que vous avez trouvé.',
        '[Les usages inhabituels](/caisse/journal/signaux) se regardent un à un : notez ce que vous avez vérifié, puis «Prendre en compte».',
      ],
      ensuite: 'Votre recherche est elle-même au journal.',
      questions: [
        [
          'Le journal peut-il avoir été changé ?',
          '«État du journal» le dit : chaque ligne scelle la précédente, et la nuit relit tout.',
        ],
      ],
      appeler: national,
    },
    {
      cle: 'conservation',
      titre: 'Suivre ce qui s’efface, et retenir',
      pages: ['/caisse/conservation'],
      quand: 'Un contentieux demande de garder une demande, ou vous tenez le registre.',
      etapes: [
        'Ouvrez [Conservation](/caisse/conservation) : ce que la prochaine nuit effacera, et les trente jours à venir.',
        '«Retenir une demande» : sa référence, pourquoi, jusqu’à quand. «Retenir la demande».',
        'La raison est passée ? «Lever».',
        '[Le registre des traitements](/caisse/conservation/registre) se lit ou s’ouvre en PDF.',
      ],
      questions: [
        [
          'Qui fixe les durées ?',
          'Chaque caisse, dans ses paramètres, pour ce que la loi laisse choisir ; un référent les change.',
        ],
      ],
      appeler: 'Un référent de votre caisse.',
    },
    {
      cle: 'annuaire',
      titre: 'Joindre l’autre côté',
      pages: ['/annuaire'],
      quand: 'Prévenir le DPO d’un partenaire, ou le référent d’une convention.',
      etapes: ['[L’annuaire](/annuaire) donne les contacts de chaque partenaire, dont son DPO.'],
      appeler: 'Le référent de la convention.',
    },
    chapitreDanger('Un référent ferme le compte signalé ; vous suivez la violation, dans son délai.'),
    ...chapitresDuCompte({
      corrige: 'Un référent de votre caisse la corrige.',
      depanne: 'Un référent de votre caisse.',
    }),
  ],
}
