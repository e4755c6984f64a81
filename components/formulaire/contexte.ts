'use client'

import { createContext, useContext } from 'react'
import type { EtatEnregistreur } from '@/components/formulaire/enregistreur'
import type { CodeErreur } from '@/lib/socle/erreurs'

export type ContexteFormulaire = {
  erreurs: Readonly<Record<string, string>>
  /** What was typed before a rendering without JavaScript. */
  valeurs: Readonly<Record<string, string | string[]>>
  /** What the action gave back to show. */
  donnees?: unknown
  /** Why the last sending was refused. */
  code?: CodeErreur
  /** The button whose action runs. */
  enCours: string | null
  enregistrement: EtatEnregistreur
  /** Keeps what is typed and goes to the sign-in page, which comes back here. */
  seReconnecter: () => void
}

/** Outside of a `Formulaire` (a GET form), fields work without errors nor kept values. */
export const Contexte = createContext<ContexteFormulaire>({
  erreurs: {},
  valeurs: {},
  enCours: null,
  enregistrement: { statut: 'repos' },
  seReconnecter: () => {},
})

export const useFormulaire = () => useContext(Contexte)

/** What every field needs: its message, its value, and the ids a screen reader follows. */
export function useChamp(name: string, aide: boolean, valeurInitiale?: string) {
  const { erreurs, valeurs } = useFormulaire()
  const erreur = erreurs[name]
  const tapee = valeurs[name]
  const idAide = `${name}-aide`
  const idErreur = `${name}-erreur`
  return {
    erreur,
    valeur: typeof tapee === 'string' ? tapee : valeurInitiale,
    idAide,
    idErreur,
    decritPar: [aide && idAide, erreur && idErreur].filter(Boolean).join(' ') || undefined,
    invalide: erreur ? (true as const) : undefined,
  }
}
