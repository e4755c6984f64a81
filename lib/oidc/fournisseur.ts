import { allowInsecureRequests, type Configuration, discovery, enableNonRepudiationChecks } from 'openid-client'
import { ErreurOidc } from '@/lib/oidc/refuser'
import type { ReglagesOidc } from '@/lib/oidc/reglages'

const DELAI_SECONDES = 10
const RELECTURE_MS = 3_600_000

let lue: { pour: string; le: number; configuration: Promise<Configuration> } | undefined

/** What the provider publishes of itself, read again every hour. */
export async function fournisseur(reglages: ReglagesOidc, maintenant = Date.now()): Promise<Configuration> {
  const pour = JSON.stringify(reglages)
  if (lue?.pour !== pour || maintenant - lue.le >= RELECTURE_MS)
    lue = { pour, le: maintenant, configuration: decouvrir(reglages) }
  try {
    return await lue.configuration
  } catch (erreur) {
    // Asked again by the next one.
    lue = undefined
    throw new ErreurOidc('indisponible', erreur)
  }
}

function decouvrir({ emetteur, client, secret }: ReglagesOidc): Promise<Configuration> {
  const url = new URL(emetteur)
  // In clear for a provider of this very machine, in the tests; `verifier-env` refuses it in production.
  const enClair = url.protocol === 'http:' && process.env.EP_MODE === 'test' ? [allowInsecureRequests] : []
  // The signature of the identity is checked too, not only where it came from.
  return discovery(url, client, secret, undefined, {
    execute: [enableNonRepudiationChecks, ...enClair],
    timeout: DELAI_SECONDES,
  })
}
