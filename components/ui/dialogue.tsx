'use client'

import { type ReactNode, useId, useRef } from 'react'
import { type AspectBouton, Bouton } from '@/components/ui/bouton'
import { X } from '@/components/ui/icones'

/** A native `<dialog>` and the button that opens it: the browser keeps the focus inside, closes on Escape, gives it back. */
export function Dialogue({
  libelle,
  titre,
  aspect = 'secondaire',
  dense,
  icone,
  children,
}: {
  /** Words of the button. */
  libelle: string
  titre: string
  aspect?: AspectBouton
  dense?: boolean
  icone?: ReactNode
  children: ReactNode
}) {
  const dialogue = useRef<HTMLDialogElement>(null)
  const id = useId()
  return (
    <>
      <Bouton
        aspect={aspect}
        dense={dense}
        icone={icone}
        aria-haspopup="dialog"
        onClick={() => dialogue.current?.showModal()}
      >
        {libelle}
      </Bouton>
      <dialog ref={dialogue} aria-labelledby={id} className="dialogue">
        <div className="mb-4 flex items-start justify-between gap-4">
          <h2 id={id}>{titre}</h2>
          <button
            type="button"
            aria-label="Fermer"
            className="-mt-1 -mr-2 grid size-9 place-items-center rounded-2 hover:bg-bleu-50"
            onClick={() => dialogue.current?.close()}
          >
            <X />
          </button>
        </div>
        {children}
      </dialog>
    </>
  )
}
