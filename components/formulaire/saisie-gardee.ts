/** Fields as typed, kept in this tab while its owner signs in again. Never files, passwords, nor hidden technical fields. */
type Saisie = [nom: string, valeur: string][]

const cleDe = (cle: string) => `saisie:${cle}:${window.location.pathname}`

const seGarde = (champ: Element): champ is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
  (champ instanceof HTMLInputElement &&
    !['file', 'password', 'submit', 'button'].includes(champ.type) &&
    (champ.type !== 'hidden' || champ.name.endsWith('__sante'))) ||
  champ instanceof HTMLSelectElement ||
  champ instanceof HTMLTextAreaElement

const aCocher = (champ: Element): champ is HTMLInputElement =>
  champ instanceof HTMLInputElement && (champ.type === 'checkbox' || champ.type === 'radio')

export function garderSaisie(formulaire: HTMLFormElement, cle: string) {
  const saisie: Saisie = []
  for (const champ of formulaire.elements) {
    if (!seGarde(champ) || !champ.name || (aCocher(champ) && !champ.checked)) continue
    saisie.push([champ.name, champ.value])
  }
  try {
    sessionStorage.setItem(cleDe(cle), JSON.stringify(saisie))
  } catch {
    // Storage refused or full: the sign-in must still be reachable.
  }
}

/** Puts back what was kept. Says whether there was something. */
export function rendreSaisie(formulaire: HTMLFormElement, cle: string): boolean {
  let saisie: Saisie
  try {
    const texte = sessionStorage.getItem(cleDe(cle))
    if (!texte) return false
    saisie = JSON.parse(texte) as Saisie
  } catch {
    return false
  }
  for (const champ of formulaire.elements) {
    if (!seGarde(champ) || !champ.name) continue
    const valeurs = saisie.filter(([nom]) => nom === champ.name).map(([, valeur]) => valeur)
    if (aCocher(champ)) champ.checked = valeurs.includes(champ.value)
    else if (valeurs[0] !== undefined) champ.value = valeurs[0]
  }
  // Fields that watch their text, and the autosave, hear it as if it were typed.
  for (const champ of formulaire.elements)
    if (champ instanceof HTMLTextAreaElement) champ.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}

/** Once it is sent, or back on a page that stays: right after the sign-in, a first one may be gone as soon as it is shown. */
export function oublierSaisie(cle: string) {
  try {
    sessionStorage.removeItem(cleDe(cle))
  } catch {
    // Storage refused: nothing was kept.
  }
}

export function allerALaConnexion() {
  const retour = window.location.pathname + window.location.search
  window.location.assign(`/connexion?retour=${encodeURIComponent(retour)}`)
}
