'use client'

import { type ComponentProps, useSyncExternalStore } from 'react'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { type MiseEnForme, mettreEnForme, misesEnForme } from '@/components/formulaire/mise-en-forme'

const jamais = () => () => {}

function appliquer(id: string, forme: MiseEnForme): void {
  const zone = document.getElementById(id)
  if (!(zone instanceof HTMLTextAreaElement)) return
  const { debut, fin, par, choisi } = mettreEnForme(zone.value, zone.selectionStart, zone.selectionEnd, forme)
  zone.focus()
  zone.setRangeText(par, debut, fin)
  zone.setSelectionRange(debut + choisi[0], debut + choisi[1])
  zone.dispatchEvent(new Event('input', { bubbles: true }))
}

/** A free text in Markdown: its buttons write the signs, which are told where scripts do not run. */
export function ChampTexteRiche({ aide, ...champ }: Omit<ComponentProps<typeof ChampTexteLong>, 'pied'>) {
  const scripts = useSyncExternalStore(
    jamais,
    () => true,
    () => false,
  )
  return (
    <ChampTexteLong
      {...champ}
      aide={
        <>
          {aide} Laissez une ligne vide entre deux paragraphes.
          {!scripts && (
            <>
              {' '}
              Pour mettre en forme : «{'\u00A0'}## Titre{'\u00A0'}», «{'\u00A0'}**gras**{'\u00A0'}», «{'\u00A0'}- liste
              {'\u00A0'}», «{'\u00A0'}[lien](https://…){'\u00A0'}».
            </>
          )}
        </>
      }
      pied={
        scripts && (
          // biome-ignore lint/a11y/useSemanticElements: a toolbar is no group of fields
          <div role="group" aria-label="Mettre en forme" className="flex flex-wrap gap-2">
            {(Object.keys(misesEnForme) as MiseEnForme[]).map((forme) => (
              <button
                key={forme}
                type="button"
                className="bouton bouton--secondaire bouton--dense"
                onClick={() => appliquer(champ.name, forme)}
              >
                {misesEnForme[forme]}
              </button>
            ))}
          </div>
        )
      }
    />
  )
}
