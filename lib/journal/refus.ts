import { journaliserVue } from '@/lib/journal/ecrire'
import type { Acteur } from '@/lib/socle/acteur'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Tentative = { acteur: Acteur; adresse: string; acte: string }

/** Runs `travail`; what is refused for want of a right, or reaches out of the perimeter, leaves a row of its own. */
export async function consignerRefus<T>({ acteur, adresse, acte }: Tentative, travail: () => Promise<T>): Promise<T> {
  try {
    return await travail()
  } catch (erreur) {
    if (erreur instanceof ErreurMetier && (erreur.code === 'interdit' || erreur.code === 'introuvable'))
      await journaliserVue({ action: 'acces.refuse', acteur, adresse, details: { acte, raison: erreur.code } })
    throw erreur
  }
}
