'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { creerEnregistreur, type Enregistreur, type EtatEnregistreur } from '@/components/formulaire/enregistreur'
import { lireFormulaire } from '@/components/formulaire/envoi'
import type { ActionFormulaire } from '@/lib/socle/etat-action'

function lireSansFichiers(formulaire: HTMLFormElement): FormData {
  const donnees = lireFormulaire(formulaire)
  for (const [nom, valeur] of [...donnees]) if (typeof valeur !== 'string') donnees.delete(nom)
  // A draft is kept as it is typed: what it says is looked at when it is sent.
  donnees.delete('_surveille')
  return donnees
}

/** Autosave of a form: what is typed, then at once when the page is hidden or the network comes back. */
export function useEnregistreur(formulaire: RefObject<HTMLFormElement | null>, action?: ActionFormulaire) {
  const [enregistrement, setEnregistrement] = useState<EtatEnregistreur>({ statut: 'repos' })
  const enregistreur = useRef<Enregistreur | null>(null)

  useEffect(() => {
    const cible = formulaire.current
    if (!action || !cible) return
    const actif = creerEnregistreur({
      lire: () => lireSansFichiers(cible),
      envoyer: (donnees) => action({}, donnees),
      surEtat: setEnregistrement,
      surVersion: (version) => {
        const champ = cible.elements.namedItem('version')
        if (champ instanceof HTMLInputElement) champ.value = version
      },
    })
    enregistreur.current = actif
    const quitter = () => {
      if (document.visibilityState === 'hidden') actif.maintenant()
    }
    document.addEventListener('visibilitychange', quitter)
    window.addEventListener('pagehide', actif.maintenant)
    window.addEventListener('online', actif.maintenant)
    return () => {
      actif.detruire()
      document.removeEventListener('visibilitychange', quitter)
      window.removeEventListener('pagehide', actif.maintenant)
      window.removeEventListener('online', actif.maintenant)
    }
  }, [action, formulaire])

  return { enregistrement, enregistreur }
}
