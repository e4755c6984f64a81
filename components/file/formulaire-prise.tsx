'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import { appeler, lireFormulaire } from '@/components/formulaire/envoi'
import { allerALaConnexion } from '@/components/formulaire/saisie-gardee'
import { Avis } from '@/components/ui/avis'
import type { ActionFormulaire, EtatAction } from '@/lib/socle/etat-action'

/**
 * One form around the whole table, so that a row needs a button and nothing else. Without JavaScript the agent arrives on
 * the demande just taken; with it, the list stays where it is and says so.
 */
export function FormulairePrise({ action, children }: { action: ActionFormulaire; children: ReactNode }) {
  const [etatServeur, actionSansScript] = useActionState(action, {})
  const [etat, setEtat] = useState<EtatAction>(etatServeur)
  const [reference, setReference] = useState('')
  const occupe = useRef(false)
  const compteRendu = useRef<HTMLDivElement>(null)
  const { refresh } = useRouter()

  useEffect(() => {
    if (etat.ok || etat.message) compteRendu.current?.focus()
  }, [etat])

  async function prendre(evenement: FormEvent<HTMLFormElement>) {
    evenement.preventDefault()
    const bouton = (evenement.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    if (occupe.current || !bouton) return
    occupe.current = true
    bouton.setAttribute('aria-disabled', 'true')
    const resultat = await appeler(action, lireFormulaire(evenement.currentTarget, bouton))
    occupe.current = false
    bouton.removeAttribute('aria-disabled')
    if (resultat.code === 'session_expiree') return allerALaConnexion()
    setReference(resultat.vers?.split('/').at(-1) ?? '')
    setEtat(resultat)
    refresh()
  }

  return (
    <form action={actionSansScript} onSubmit={prendre}>
      {(etat.ok || etat.message) && (
        <div ref={compteRendu} tabIndex={-1} data-compte-rendu="" className="mx-5 my-3 max-tab:mx-4">
          {etat.ok ? (
            <Avis role="status">
              Vous vous occupez de la demande {reference}. <a href={etat.vers}>L’ouvrir</a>
            </Avis>
          ) : (
            <Avis ton="chaud" role="alert">
              {etat.message}
            </Avis>
          )}
        </div>
      )}
      {children}
    </form>
  )
}
