import type { Avis } from '@/lib/notifications/modeles/avis/commun'

/** What the journal shows of unusual: an alert, that names nobody and blames nobody. */
export const avisJournal = {
  signaux_journal: {
    objet: 'un usage inhabituel est à regarder',
    corps: (d) => [
      'Le journal montre quelque chose d’inhabituel. Cela ne veut pas dire que quelqu’un a mal agi\u00a0: il y a souvent une explication simple.',
      ...(d.lignes ?? []),
      'Regardez les lignes du journal, parlez-en à la personne, puis notez ce que vous en pensez. Si des données ont pu être vues par quelqu’un qui n’en avait pas le droit, déclarez une violation.',
    ],
    bouton: 'Voir ce qui est signalé',
    chemin: '/caisse/journal/signaux',
  },
} satisfies Record<string, Avis>
