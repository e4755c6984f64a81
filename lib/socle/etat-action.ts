import type { CodeErreur } from '@/lib/socle/erreurs'

/** What a form action tells the page: nothing yet, errors to show, or where to go next. */
export type EtatAction<Donnees = unknown> = {
  ok?: boolean
  code?: CodeErreur
  /** General message, in French. */
  message?: string
  /** Field name (`dateNaissance`, `details.telephone`) → message, in French, in the order of the fields. */
  erreurs?: Record<string, string>
  /** What was typed, for a page rendered again without JavaScript. */
  valeurs?: Record<string, string | string[]>
  /** Path to go to after success. */
  vers?: string
  donnees?: Donnees
}

export type ActionFormulaire = (etat: EtatAction, donnees: FormData) => Promise<EtatAction>
