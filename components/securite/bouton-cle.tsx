'use client'

import { type ReactNode, useState } from 'react'
import { allerVers, appeler } from '@/components/formulaire/envoi'
import { champs, demanderCle, type OptionsDefi } from '@/components/securite/demander-cle'
import { connaitLesCles, useCapacite } from '@/components/securite/use-capacite'
import { Avis } from '@/components/ui/avis'
import { Bouton } from '@/components/ui/bouton'
import { KeyRound } from '@/components/ui/icones'
import type { ActionFormulaire } from '@/lib/socle/etat-action'

/** Signs in with a passkey. Only where the browser knows how: without JavaScript there is nothing to show. */
export function BoutonCle({
  defier,
  finir,
  retour,
  className,
  children,
}: {
  defier: ActionFormulaire
  finir: ActionFormulaire
  retour?: string
  className?: string
  children: ReactNode
}) {
  const possible = useCapacite(connaitLesCles)
  const [enCours, setEnCours] = useState(false)
  const [message, setMessage] = useState<string>()

  if (!possible) return null

  async function connecter() {
    if (enCours) return
    setEnCours(true)
    setMessage(undefined)
    const erreur = await essayer()
    if (!erreur) return
    setMessage(erreur)
    setEnCours(false)
  }

  async function essayer(): Promise<string | undefined> {
    const demande = await appeler(defier, champs({}))
    if (!demande.ok) return demande.message
    const { defiId, options } = demande.donnees as OptionsDefi
    const reponse = await demanderCle('connexion', options)
    if (!reponse) return 'La clé d’accès n’a pas été utilisée. Recommencez, ou choisissez un autre moyen.'
    const fin = await appeler(finir, champs({ defiId, reponse: JSON.stringify(reponse), retour }))
    if (!fin.vers) return fin.message ?? 'Recommencez.'
    allerVers(fin.vers)
  }

  return (
    <div className={className}>
      {message && (
        <Avis ton="chaud" role="alert" className="mb-4">
          {message}
        </Avis>
      )}
      <Bouton aspect="secondaire" icone={<KeyRound />} busy={enCours} onClick={connecter}>
        {enCours ? 'En attente de la clé…' : children}
      </Bouton>
    </div>
  )
}
