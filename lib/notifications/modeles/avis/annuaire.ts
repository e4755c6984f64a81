import { type Avis, le } from '@/lib/notifications/modeles/avis/commun'

/** Once in a while, each side says that its directory is right. */
export const avisAnnuaire = {
  annuaire_a_confirmer: {
    objet: 'votre annuaire est à confirmer',
    corps: (d) => [
      `Les contacts que vous donnez dans l’annuaire ne sont pas confirmés depuis le ${le(d)}.`,
      'Relisez-les\u00a0: corrigez ou retirez ce qui a changé, puis dites que tout est exact. Cela prend quelques minutes, et ceux qui vous cherchent vous trouvent.',
    ],
    bouton: 'Relire l’annuaire',
    chemin: '/annuaire/confirmer',
  },
} satisfies Record<string, Avis>
