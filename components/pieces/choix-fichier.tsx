'use client'

import { useEffect, useRef } from 'react'
import { idEnvoi } from '@/components/pieces/id-envoi'
import { Upload } from '@/components/ui/icones'

/**
 * The file field of a piece: reached and opened by keyboard, its label looks like a button or a link.
 * Without JavaScript the field itself is shown, with a button that sends it.
 */
export function ChoixFichier({
  code,
  libelle,
  mots,
  enLien,
  invalide,
  accept,
  surChoix,
}: {
  code: string
  libelle: string
  mots: string
  enLien?: boolean
  invalide?: boolean
  accept: string
  surChoix: (fichiers: File[]) => void
}) {
  const champ = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!champ.current) return
    // A plain form carries one file; from here on there may be several.
    champ.current.multiple = true
    // Chosen before the page was ready.
    if (champ.current.files?.length) prendre(champ.current, surChoix)
  })
  const id = `piece.${code}`
  return (
    <span className="inline-block">
      <input
        ref={champ}
        id={id}
        type="file"
        name="fichier"
        form={idEnvoi(code)}
        accept={accept}
        aria-invalid={invalide || undefined}
        onChange={(evenement) => {
          evenement.stopPropagation()
          prendre(evenement.currentTarget, surChoix)
        }}
        className="peer sr-only file:mr-3 file:min-h-9 file:rounded-2 file:border file:border-bord file:bg-blanc file:px-3 noscript:not-sr-only"
      />
      <label
        htmlFor={id}
        className={`peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-bleu-700 noscript:sr-only ${
          enLien
            ? 'inline-block min-h-6 text-15 text-bleu-700 underline underline-offset-3 hover:text-bleu-900 hover:decoration-2'
            : 'bouton bouton--secondaire bouton--dense'
        }`}
      >
        {!enLien && <Upload />}
        {mots}
        <span className="sr-only"> : {libelle}</span>
      </label>
      <button
        type="submit"
        form={idEnvoi(code)}
        className="bouton bouton--secondaire bouton--dense hidden! noscript:inline-flex!"
      >
        Envoyer<span className="sr-only"> : {libelle}</span>
      </button>
    </span>
  )
}

function prendre(champ: HTMLInputElement, surChoix: (fichiers: File[]) => void) {
  const fichiers = [...(champ.files ?? [])]
  // So that the same file may be chosen again after a refusal.
  champ.value = ''
  if (fichiers.length) surChoix(fichiers)
}
