import { type CodeErreur, messagesErreur } from '@/lib/socle/erreurs'
import type { ActionFormulaire, EtatAction } from '@/lib/socle/etat-action'

const COUPURE = 'La connexion est coupée. Votre saisie est gardée sur cette page : réessayez.'

const digest = (erreur: unknown) =>
  typeof erreur === 'object' && erreur !== null && 'digest' in erreur ? String(erreur.digest) : ''

/** A redirection or a «not found» decided on the server: for Next to handle, not for the form. */
export const estDeNext = (erreur: unknown) => digest(erreur).startsWith('NEXT_')

/** Fields of a form for an action called by the browser code. */
export function lireFormulaire(formulaire: HTMLFormElement, bouton?: HTMLButtonElement | null): FormData {
  const donnees = new FormData(formulaire)
  // React's own fields, which name the action for a browser without JavaScript.
  for (const cle of [...donnees.keys()]) if (cle.startsWith('$ACTION_')) donnees.delete(cle)
  if (bouton?.name) donnees.append(bouton.name, bouton.value)
  donnees.append('_js', '1')
  return donnees
}

/** Calls the action. Whatever happens on the way comes back as words; only what is for Next is thrown. */
export async function appeler(action: ActionFormulaire, donnees: FormData): Promise<EtatAction> {
  try {
    return (await action({}, donnees)) ?? { code: 'inattendue', message: messagesErreur.inattendue }
  } catch (erreur) {
    if (estDeNext(erreur)) throw erreur
    // fetch rejects with a TypeError when nothing answered; React gives a digest to what was thrown on the server.
    if (erreur instanceof TypeError || !navigator.onLine) return { code: 'indisponible', message: COUPURE }
    const code: CodeErreur = digest(erreur) ? 'inattendue' : 'indisponible'
    return { code, message: messagesErreur[code] }
  }
}

/** Loads the page again even when only the part after «#» differs. */
export function allerVers(chemin: string, suite?: string) {
  const cible = new URL(chemin, window.location.href)
  if (suite && !cible.search) cible.search = suite
  if (cible.pathname + cible.search !== window.location.pathname + window.location.search) {
    window.location.assign(cible)
    return
  }
  window.history.replaceState(null, '', cible)
  window.location.reload()
}

/** Brings the person to a field named in the summary: its first control, or the group's. */
export function allerAuChamp(nom: string) {
  const base = nom.replace(/__sante$/, '')
  const champ =
    document.getElementById(base) ??
    document.getElementsByName(base)[0] ??
    document.getElementsByName(`${base}[]`)[0] ??
    document.getElementById(base.replace(/\.[^.]+$/, ''))
  if (!champ) return false
  champ.closest('.champ')?.scrollIntoView({ block: 'nearest' })
  champ.focus()
  return true
}
