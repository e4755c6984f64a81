import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/** What the server gives to ask a passkey with. */
export type OptionsDefi = { defiId: string; options: unknown }

/** Fields of an action called by a script. */
export function champs(valeurs: Record<string, string | undefined>): FormData {
  const donnees = new FormData()
  for (const [nom, valeur] of Object.entries({ ...valeurs, _js: '1' })) if (valeur) donnees.append(nom, valeur)
  return donnees
}

/** Lets the browser ask for the passkey, or make one. Null when the person gave up, or the device refused. */
export async function demanderCle(usage: 'connexion' | 'ajout', options: unknown): Promise<unknown> {
  // Loaded when the button is pressed: the pages that offer it stay as light as the others.
  const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
  try {
    return usage === 'ajout'
      ? await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
      : await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
  } catch {
    return null
  }
}
