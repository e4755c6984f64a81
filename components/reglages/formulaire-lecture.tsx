'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Contexte } from '@/components/formulaire/contexte'
import { ErreurSommaire } from '@/components/formulaire/erreur-sommaire'

const sansErreur = {}

/**
 * A form that only asks: it leads to an address that carries what was typed, so that one may come back, reload or share it.
 * Nothing is written. The page's `<h1>` stands among the children, so that the summary of errors comes above it.
 */
export function FormulaireLecture({
  vers,
  titrePage,
  valeurs,
  erreurs = sansErreur,
  children,
}: {
  vers: string
  titrePage: string
  /** What the fields show: what is set today, or what was typed. */
  valeurs: Record<string, string | string[]>
  erreurs?: Record<string, string>
  children: ReactNode
}) {
  const formulaire = useRef<HTMLFormElement>(null)
  const enErreur = Object.keys(erreurs).length > 0

  useEffect(() => {
    if (!enErreur) return
    formulaire.current?.querySelector<HTMLElement>('[data-compte-rendu]')?.focus()
    document.title = `Erreur : ${titrePage} – Espace Partenaires`
  }, [enErreur, titrePage])

  return (
    <Contexte value={{ erreurs, valeurs, enCours: null, enregistrement: { statut: 'repos' }, seReconnecter: () => {} }}>
      <form ref={formulaire} method="get" action={vers} noValidate>
        {enErreur && <ErreurSommaire erreurs={erreurs} />}
        {children}
      </form>
    </Contexte>
  )
}
