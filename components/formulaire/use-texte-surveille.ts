'use client'

import { useEffect, useRef, useState } from 'react'

/** Milliseconds without typing before the text is read again. */
const PAUSE = 600

export type Constat = {
  /** Message of the first number found, and the start of it, for the button that removes it. */
  nir?: { message: string; extrait: string }
  /** Words that look like health information. */
  sante: string[]
  /** The warning for them, in words. */
  avis?: string
  /** The text was read here: what the server said of an earlier one no longer counts. */
  lu?: true
}

const RIEN: Constat = { sante: [] }

/**
 * Looks for a NIR and for health words after a pause in typing. The rules are loaded at the first keystroke, so that
 * the page does not carry them; the server applies the same ones in any case.
 */
export function useTexteSurveille() {
  const champ = useRef<HTMLTextAreaElement>(null)
  const [constat, setConstat] = useState<Constat>(RIEN)
  const minuterie = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => () => clearTimeout(minuterie.current), [])

  async function examiner() {
    const regles = await import('@/lib/socle/texte-libre').catch(() => null)
    const texte = champ.current?.value
    if (!regles || texte === undefined) return
    const trouve = regles.trouverNir(texte)[0]
    const { mots } = regles.signalerSante(texte)
    setConstat({
      nir: trouve && { message: regles.messageNir(trouve, texte), extrait: debut(trouve.extrait) },
      sante: mots,
      avis: mots.length > 0 ? regles.messageSante(mots) : undefined,
      lu: true,
    })
  }

  async function retirer() {
    const regles = await import('@/lib/socle/texte-libre').catch(() => null)
    const zone = champ.current
    if (!regles || !zone) return
    zone.value = regles.retirerNir(zone.value)
    // As if typed: the autosave must not keep the number.
    zone.dispatchEvent(new Event('input', { bubbles: true }))
    zone.focus()
    await examiner()
  }

  return {
    champ,
    constat,
    retirer,
    surSaisie() {
      clearTimeout(minuterie.current)
      minuterie.current = setTimeout(examiner, PAUSE)
    },
    examiner,
  }
}

/** «2 87 07 99 …»: enough to recognise the number, not all of it. */
function debut(extrait: string): string {
  let chiffres = 0
  for (const [rang, signe] of [...extrait].entries())
    if (/[0-9AB]/i.test(signe) && ++chiffres === 7) return `${extrait.slice(0, rang + 1).trim()}\u00a0…`
  return extrait
}
