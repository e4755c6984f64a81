const TROU = /\[à compléter[\s\u00A0]*:[^\]]*\]/

const zoneDe = (formulaire: HTMLFormElement) => formulaire.querySelector('textarea')

/** Puts a text where the cursor is, apart from what is typed already, and chooses the outcome. */
export function inserer(formulaire: HTMLFormElement, texte: string, issue: string | null): void {
  const zone = zoneDe(formulaire)
  if (!zone) return
  const { value, selectionEnd } = zone
  const avant = value.slice(0, selectionEnd)
  const apres = value.slice(selectionEnd)
  const debut = avant.trim() && !/\n\s*$/.test(avant) ? '\n\n' : ''
  const fin = apres.trim() && !/^\s*\n/.test(apres) ? '\n\n' : ''
  zone.setRangeText(debut + texte + fin, selectionEnd, selectionEnd, 'end')
  zone.dispatchEvent(new Event('input', { bubbles: true }))
  const radio = issue && formulaire.querySelector<HTMLInputElement>(`input[name=issue][value="${CSS.escape(issue)}"]`)
  if (radio) radio.checked = true
}

/** To the button that sends, or to the first blank that a template leaves, selected. */
export function allerEnvoyer(formulaire: HTMLFormElement): void {
  const zone = zoneDe(formulaire)
  const trou = zone && TROU.exec(zone.value)
  if (zone && trou) {
    zone.focus()
    zone.setSelectionRange(trou.index, trou.index + trou[0].length)
    return
  }
  const boutons = [...formulaire.querySelectorAll<HTMLButtonElement>('button[type=submit]:not([form])')]
  boutons.find((bouton) => bouton.checkVisibility())?.focus()
}
