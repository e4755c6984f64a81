'use client'

import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { Avis } from '@/components/ui/avis'
import { Bouton } from '@/components/ui/bouton'

/** Sends one file. A plain form without JavaScript; with it, a refusal is read here and nothing chosen is lost. `children`: what is said of it. */
export function EnvoiDocument({
  adresse,
  retour,
  annuler = retour,
  aide,
  accept = 'application/pdf,.pdf',
  children,
}: {
  adresse: string
  /** Where one goes once it is sent. */
  retour: string
  /** Where one goes without sending anything. */
  annuler?: string
  aide: string
  accept?: string
  children?: ReactNode
}) {
  const [refus, setRefus] = useState<string>()
  const [enCours, setEnCours] = useState(false)
  const alerte = useRef<HTMLDivElement>(null)

  async function envoyer(evenement: FormEvent<HTMLFormElement>) {
    evenement.preventDefault()
    if (enCours) return
    setEnCours(true)
    setRefus(undefined)
    const corps = new FormData(evenement.currentTarget)
    try {
      const reponse = await fetch(adresse, { method: 'POST', body: corps, headers: { accept: 'application/json' } })
      if (reponse.ok) return window.location.assign(retour)
      const { message } = (await reponse.json()) as { message?: string }
      setRefus(message ?? 'L’envoi a échoué. Réessayez.')
    } catch {
      setRefus('La connexion a été interrompue. Le fichier n’est pas parti : réessayez.')
    }
    setEnCours(false)
    alerte.current?.focus()
  }

  return (
    <form method="post" encType="multipart/form-data" action={adresse} onSubmit={envoyer}>
      <div ref={alerte} tabIndex={-1} role="alert">
        {refus && (
          <Avis ton="chaud" className="mb-6">
            {refus}
          </Avis>
        )}
      </div>
      {children}
      <div className="champ">
        <label htmlFor="fichier" className="champ__libelle">
          Fichier
        </label>
        <div id="fichier-aide" className="champ__aide">
          {aide}
        </div>
        <input
          id="fichier"
          type="file"
          name="fichier"
          accept={accept}
          aria-describedby="fichier-aide"
          className="max-w-full file:mr-3 file:min-h-9 file:rounded-2 file:border file:border-bord file:bg-blanc file:px-3"
        />
      </div>
      <div className="rangee-boutons mt-7">
        <Bouton type="submit" busy={enCours}>
          {enCours ? 'Envoi…' : 'Ajouter le document'}
        </Bouton>
        <a href={annuler} className="inline-block min-h-6">
          Ne rien ajouter
        </a>
      </div>
      <p role="status" className="sr-only">
        {enCours && 'Envoi en cours'}
      </p>
    </form>
  )
}
