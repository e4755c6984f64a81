'use client'

import { type FormEvent, type ReactNode, useActionState, useRef, useState } from 'react'
import { usePlace } from '@/components/file/use-place'
import { appeler, lireFormulaire } from '@/components/formulaire/envoi'
import { allerALaConnexion } from '@/components/formulaire/saisie-gardee'
import { Avis } from '@/components/ui/avis'
import type { ActionFormulaire, EtatAction } from '@/lib/socle/etat-action'

/**
 * One form around the whole table, so that a row needs a button and nothing else. Without JavaScript the agent arrives on
 * the demande just taken; with it, the list stays where it is, says so, and keeps the focus on the row or on the next one.
 */
export function FormulairePrise({ action, children }: { action: ActionFormulaire; children: ReactNode }) {
  const [etatServeur, actionSansScript] = useActionState(action, {})
  const [etat, setEtat] = useState<EtatAction>(etatServeur)
  const [reference, setReference] = useState('')
  const occupe = useRef(false)
  const relire = usePlace()

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
    setReference(resultat.vers?.split('?')[0]?.split('/').at(-1) ?? '')
    setEtat(resultat)
    relire(bouton)
  }

  return (
    <form id="prise" action={actionSansScript} onSubmit={prendre}>
      <div role="status" className="empty:hidden">
        {etat.ok && (
          <Avis className="mx-5 my-3 max-tab:mx-4">
            Vous vous occupez de la demande {reference}. <a href={etat.vers}>L’ouvrir</a>
          </Avis>
        )}
      </div>
      {etat.message && !etat.ok && (
        <Avis ton="chaud" role="alert" className="mx-5 my-3 max-tab:mx-4">
          {etat.message}
        </Avis>
      )}
      {children}
    </form>
  )
}
