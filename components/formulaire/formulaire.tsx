'use client'

import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import { Contexte } from '@/components/formulaire/contexte'
import { allerVers, appeler, estDeNext, lireFormulaire } from '@/components/formulaire/envoi'
import { ErreurSommaire } from '@/components/formulaire/erreur-sommaire'
import { allerALaConnexion, garderSaisie, oublierSaisie, rendreSaisie } from '@/components/formulaire/saisie-gardee'
import { useEnregistreur } from '@/components/formulaire/use-enregistreur'
import { Avis } from '@/components/ui/avis'
import type { ActionFormulaire } from '@/lib/socle/etat-action'

/** A page that has lived as long is not about to be left by itself. */
const STABLE_MS = 5_000

/**
 * The form of the project: native fields, read and refused by the server; works without JavaScript and before hydration.
 * With it: nothing typed is lost to an error, a cut network or an expired session, and a double click sends once.
 * The page's `<h1>` stands among the children, so that the summary of errors comes above it.
 */
export function Formulaire({
  action,
  titrePage,
  autosave,
  cle,
  suite,
  id,
  className,
  children,
}: {
  action: ActionFormulaire
  /** Words of the `<title>` without the name of the portal: «Erreur : » goes before them. */
  titrePage: string
  autosave?: ActionFormulaire
  /** Names the form within its page, for what is kept while its owner signs in again. */
  cle: string
  /** What follows «?» in the address, kept on the page the action leads to: the view a demande was opened from. */
  suite?: string
  /** For a button that stands outside of it. */
  id?: string
  className?: string
  children: ReactNode
}) {
  const [etatServeur, actionSansScript] = useActionState(action, {})
  const [etat, setEtat] = useState(etatServeur)
  const [enCours, setEnCours] = useState<{ bouton: string; mots: string } | null>(null)
  const [rendue, setRendue] = useState(false)
  const [pourNext, setPourNext] = useState<unknown>(null)
  const formulaire = useRef<HTMLFormElement>(null)
  const occupe = useRef(false)
  const { enregistrement, enregistreur } = useEnregistreur(formulaire, autosave)

  const erreurs = etat.erreurs ?? {}
  const enErreur = Object.keys(erreurs).length > 0

  useEffect(() => {
    let oubli: ReturnType<typeof setTimeout> | undefined
    if (formulaire.current && rendreSaisie(formulaire.current, cle)) {
      setRendue(true)
      oubli = setTimeout(() => oublierSaisie(cle), STABLE_MS)
    }
    const retourArriere = (evenement: PageTransitionEvent) => {
      if (!evenement.persisted) return
      occupe.current = false
      setEnCours(null)
    }
    window.addEventListener('pageshow', retourArriere)
    return () => {
      clearTimeout(oubli)
      window.removeEventListener('pageshow', retourArriere)
    }
  }, [cle])

  useEffect(() => {
    if (etat.erreurs || etat.message) formulaire.current?.querySelector<HTMLElement>('[data-compte-rendu]')?.focus()
    if (etat.erreurs || (etat.message && !etat.ok)) document.title = `Erreur : ${titrePage} – Espace Partenaires`
    else if (document.title.startsWith('Erreur : ')) document.title = `${titrePage} – Espace Partenaires`
  }, [etat, titrePage])

  if (pourNext) throw pourNext

  function seReconnecter() {
    if (formulaire.current) garderSaisie(formulaire.current, cle)
    allerALaConnexion()
  }

  async function envoyer(evenement: FormEvent<HTMLFormElement>) {
    evenement.preventDefault()
    if (occupe.current) return
    occupe.current = true
    oublierSaisie(cle)
    const cible = evenement.currentTarget
    const bouton = (evenement.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    setEnCours({ bouton: bouton?.dataset.bouton ?? '', mots: bouton?.dataset.enCours ?? 'Envoi…' })
    await enregistreur.current?.suspendre()
    try {
      const resultat = await appeler(action, lireFormulaire(cible, bouton))
      // Still busy on purpose: the page is being left.
      if (resultat.code === 'session_expiree') return seReconnecter()
      if (resultat.vers) return allerVers(resultat.vers, suite)
      setEtat(resultat)
    } catch (erreur) {
      if (estDeNext(erreur)) setPourNext(erreur)
      else throw erreur
    }
    occupe.current = false
    setEnCours(null)
    enregistreur.current?.reprendre()
  }

  return (
    <Contexte
      value={{
        erreurs,
        valeurs: etat.valeurs ?? {},
        donnees: etat.donnees,
        code: etat.code,
        enCours: enCours?.bouton ?? null,
        enregistrement,
        seReconnecter,
      }}
    >
      <form
        ref={formulaire}
        id={id}
        action={actionSansScript}
        onSubmit={envoyer}
        onInput={() => enregistreur.current?.saisi()}
        noValidate
        className={className}
      >
        {enErreur && <ErreurSommaire erreurs={erreurs} />}
        {etat.message && !(enErreur && etat.code === 'saisie') && (
          <div tabIndex={-1} data-compte-rendu="" className="mb-6">
            <Avis ton={etat.ok ? 'info' : 'chaud'} role={etat.ok ? 'status' : 'alert'}>
              {etat.message}
            </Avis>
          </div>
        )}
        {rendue && (
          <Avis role="status" className="mb-6">
            Votre session s’était fermée. Ce que vous aviez tapé est de retour : relisez, puis envoyez.
          </Avis>
        )}
        {children}
        <p role="status" className="sr-only">
          {enCours?.mots}
        </p>
      </form>
    </Contexte>
  )
}
