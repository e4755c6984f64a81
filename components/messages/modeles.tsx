'use client'

import { useEffect, useRef } from 'react'
import { allerEnvoyer, inserer } from '@/components/messages/inserer'

export type ModeleAInserer = {
  id: string
  titre: string
  /** With the words of the demande. */
  texte: string
  /** Outcome it chooses, where it closes. */
  issue: string | null
  /** What it does beside its text, when another form must open for it. */
  autre: string | null
  /** Opens the form filled with it: another act, or no JavaScript. */
  href: string
}

/**
 * The templates, the likeliest first. `m` opens the list, a digit applies one: the form is filled and the focus goes to the
 * button that sends, or to what is left to complete. Nothing leaves by itself.
 */
export function Modeles({
  modeles,
  applique,
  touche,
  gerer,
}: {
  modeles: ModeleAInserer[]
  /** Template the page was opened with. */
  applique: string
  touche: boolean
  gerer: string
}) {
  const menu = useRef<HTMLDetailsElement>(null)
  const choisi = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const formulaire = menu.current?.closest('form')
    if (!applique || !formulaire) return
    const aller = () => allerEnvoyer(formulaire)
    aller()
    // Going to the `#agir` of the address, the browser takes the focus away until the page is loaded.
    if (document.readyState === 'complete') return
    window.addEventListener('load', aller, { once: true })
    return () => window.removeEventListener('load', aller)
  }, [applique])

  function appliquer({ id, texte, issue }: ModeleAInserer) {
    const formulaire = menu.current?.closest('form')
    if (!formulaire || !menu.current || !choisi.current) return
    menu.current.open = false
    choisi.current.value = id
    inserer(formulaire, texte, issue)
    allerEnvoyer(formulaire)
  }

  // While the list is open a digit applies a template. Heard on the page: typed fast, it comes before the list has the focus.
  useEffect(() => {
    const surTouche = (evenement: KeyboardEvent) => {
      const { key, target, altKey, ctrlKey, metaKey } = evenement
      if (!menu.current?.open || !/^[1-9]$/.test(key) || altKey || ctrlKey || metaKey) return
      if (target instanceof HTMLTextAreaElement) return
      const lien = menu.current.querySelectorAll<HTMLAnchorElement>('a[data-modele]')[Number(key) - 1]
      if (!lien) return
      evenement.preventDefault()
      lien.click()
    }
    document.addEventListener('keydown', surTouche)
    return () => document.removeEventListener('keydown', surTouche)
  }, [])

  return (
    <>
      <input ref={choisi} type="hidden" name="modele" defaultValue={applique} />
      <details
        ref={menu}
        data-menu=""
        className="menu menu--haut"
        onToggle={(evenement) => {
          if (evenement.currentTarget.open) evenement.currentTarget.querySelector('a')?.focus()
        }}
      >
        <summary className="bouton bouton--tiers" aria-keyshortcuts={touche ? 'm' : undefined}>
          Modèles de réponse
          {touche && (
            <kbd aria-hidden="true" className="bouton__touche max-tab:hidden">
              m
            </kbd>
          )}
        </summary>
        <div className="menu__panneau">
          <ul>
            {modeles.map((modele, rang) => (
              <li key={modele.id}>
                <a
                  href={modele.href}
                  data-modele=""
                  data-agir={modele.autre ? '' : undefined}
                  onClick={(evenement) => {
                    if (modele.autre || evenement.ctrlKey || evenement.metaKey || evenement.shiftKey) return
                    evenement.preventDefault()
                    appliquer(modele)
                  }}
                >
                  {touche && rang < 9 && (
                    <kbd aria-hidden="true" className="touche mr-2 max-tab:hidden">
                      {rang + 1}
                    </kbd>
                  )}
                  <span>
                    {modele.titre}
                    {modele.autre && (
                      <span className="block text-14 text-encre-2">
                        <span className="sr-only">, </span>
                        {modele.autre}
                      </span>
                    )}
                  </span>
                </a>
              </li>
            ))}
            {modeles.length === 0 && <li className="px-3 py-2 text-encre-2">Aucun modèle pour ce motif.</li>}
            <li className="border-t border-filet">
              <a href={gerer}>Gérer les modèles de la caisse</a>
            </li>
          </ul>
        </div>
      </details>
    </>
  )
}
