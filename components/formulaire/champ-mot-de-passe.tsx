'use client'

import { useState } from 'react'
import { useChamp } from '@/components/formulaire/contexte'
import { Enveloppe, type ProprietesChamp } from '@/components/formulaire/enveloppe'

/** A password, which may be pasted and shown. Never filled again after an error. */
export function ChampMotDePasse({
  name,
  label,
  aide,
  className,
  autoComplete = 'current-password',
}: Omit<ProprietesChamp, 'optionnel'> & { autoComplete?: 'current-password' | 'new-password' }) {
  const champ = useChamp(name, Boolean(aide))
  const [visible, setVisible] = useState(false)
  return (
    <Enveloppe {...{ label, aide, className, ...champ }} htmlFor={name}>
      <div className="mt-1.5 flex gap-2">
        <input
          id={name}
          name={name}
          type={visible ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-required
          aria-invalid={champ.invalide}
          aria-describedby={champ.decritPar}
          className="controle mt-0! min-w-0 flex-1"
        />
        <button
          type="button"
          aria-controls={name}
          onClick={() => setVisible(!visible)}
          className="bouton bouton--secondaire h-11.5 w-auto! flex-none"
        >
          {visible ? 'Masquer' : 'Afficher'}
          <span className="sr-only"> le mot de passe</span>
        </button>
      </div>
    </Enveloppe>
  )
}
