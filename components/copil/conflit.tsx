'use client'

import { useFormulaire } from '@/components/formulaire/contexte'
import { Avis } from '@/components/ui/avis'

/**
 * Somebody else has saved since the page was read: what is kept, above what one has typed. Ticked, the box gives the message back:
 * the server replaces what was read, and nothing newer.
 */
export function Conflit({ name, quoi }: { name: string; quoi: string }) {
  const { erreurs } = useFormulaire()
  const message = erreurs[name]
  if (!message) return null
  return (
    <Avis ton="chaud" className="mb-5">
      <p id={`${name}-erreur`} className="whitespace-pre-line">
        {message}
      </p>
      <label className="choix mt-2">
        <input id={name} type="checkbox" name={name} value={message} aria-describedby={`${name}-erreur`} />
        <span className="choix__texte">Remplacer {quoi} par ce que j’ai écrit</span>
      </label>
    </Avis>
  )
}
