import { type Avis, le } from '@/lib/notifications/modeles/avis/commun'
import { pluriel } from '@/lib/socle/format'

/** Before demandes never closed lose their content: references only. */
export const avisConservation = {
  effacement_annonce: {
    objet: 'des demandes sans suite vont être effacées',
    corps: (d) => [
      `${pluriel(d.nombre ?? 0, 'demande n’a', 'demandes n’ont')} reçu aucun acte depuis longtemps et ${(d.nombre ?? 0) > 1 ? 'arrivent' : 'arrive'} au terme de sa durée de conservation. Sans acte de votre part, le contenu en est effacé à partir du ${le(d)}.`,
      ...(d.lignes ?? []),
      ...((d.nombre ?? 0) > (d.lignes?.length ?? 0) ? ['La liste complète est dans le portail.'] : []),
      'Répondez-y, closez-les, ou demandez au référent ou au délégué à la protection des données de les retenir\u00a0: tout acte repousse l’effacement.',
    ],
    bouton: 'Voir les demandes',
    chemin: '/caisse/conservation',
  },
} satisfies Record<string, Avis>
