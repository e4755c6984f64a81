'use client'

import { allerAuChamp } from '@/components/formulaire/envoi'

/** All the messages on top of the form, focused, each leading to its field in the same words. */
export function ErreurSommaire({ erreurs }: { erreurs: Readonly<Record<string, string>> }) {
  const liste = Object.entries(erreurs)
  return (
    <div
      role="alert"
      tabIndex={-1}
      data-compte-rendu=""
      aria-labelledby="sommaire-erreurs"
      className="sommaire-erreurs"
    >
      <h2 id="sommaire-erreurs">
        Il y a {liste.length} {liste.length > 1 ? 'points' : 'point'} à corriger
      </h2>
      <ul>
        {liste.map(([nom, message]) => (
          <li key={nom}>
            <a
              href={`#${nom}`}
              onClick={(evenement) => {
                if (allerAuChamp(nom)) evenement.preventDefault()
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
