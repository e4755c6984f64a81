import type { Raccourci } from '@/components/file/barre-raccourcis'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { actePossible, prenable } from '@/lib/demandes/regles'

/** «Je m’en occupe» is offered for what nobody has, and for what a colleague follows. */
export function prisePossible(demande: DemandeDeCaisse, moi: string): boolean {
  return prenable(demande) || (actePossible('passer', demande.etat) && demande.agent?.id !== moi)
}

/** The keys that have their link or their button on the page. */
export function raccourcisDe(demande: DemandeDeCaisse, moi: string): Raccourci[] {
  return [
    ...(demande.voisines ? [{ touches: ['j', 'k'], mots: 'demande suivante, précédente' }] : []),
    ...(demande.etat === 'annulee'
      ? []
      : [
          { touches: ['r'], mots: 'répondre' },
          { touches: ['m', '1'], mots: 'modèles, puis un chiffre' },
        ]),
    ...(actePossible('clore', demande.etat) ? [{ touches: ['c'], mots: 'répondre et clore' }] : []),
    ...(demande.etat === 'annulee' ? [] : [{ touches: ['Ctrl', 'Entrée'], mots: 'envoyer le texte' }]),
    ...(prisePossible(demande, moi) ? [{ touches: ['a'], mots: 'je m’en occupe' }] : []),
  ]
}
