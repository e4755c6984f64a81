'use client'

import { variables } from '@/lib/modeles-reponse/variables'

/** The variables, each of which goes to the cursor with a click; without JavaScript, they are copied by hand. */
export function Variables() {
  function ajouter(nom: string) {
    const zone = document.querySelector<HTMLTextAreaElement>('textarea[name=texte]')
    if (!zone) return
    zone.setRangeText(`{{${nom}}}`, zone.selectionStart, zone.selectionEnd, 'end')
    zone.dispatchEvent(new Event('input', { bubbles: true }))
    zone.focus()
  }
  return (
    <dl className="text-15">
      {Object.entries(variables).map(([nom, sens]) => (
        <div key={nom} className="py-1">
          <dt>
            <button
              type="button"
              onClick={() => ajouter(nom)}
              className="min-h-6 text-left text-bleu-700 underline underline-offset-3 hover:text-bleu-900 noscript:text-encre noscript:no-underline"
            >
              {`{{${nom}}}`}
              <span className="sr-only"> : ajouter au texte</span>
            </button>
          </dt>
          <dd className="text-encre-2">{sens}</dd>
        </div>
      ))}
    </dl>
  )
}
