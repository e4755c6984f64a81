import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type ClientMetadata } from 'oidc-provider'

/** Someone the provider knows, by the name typed on its sign-in page. */
export type PersonneOidc = { courriel?: string; verifie?: boolean; amr?: string[]; acr?: string }

export type FournisseurOidc = {
  emetteur: string
  client: string
  secret: string
  personnes: Map<string, PersonneOidc>
  /** Address the portal is sent back to. */
  declarer(retour: string): void
  arreter(): Promise<void>
}

/**
 * A real OpenID Connect provider on a free port of this machine, with a sign-in page where a name is enough. An address typed
 * as a name is someone who has it, verified.
 */
export async function demarrerFournisseur(): Promise<FournisseurOidc> {
  const personnes = new Map<string, PersonneOidc>()
  const serveur = createServer()
  await new Promise<void>((ecoute) => serveur.listen(0, '127.0.0.1', ecoute))
  const emetteur = `http://localhost:${(serveur.address() as AddressInfo).port}`
  const client = 'espace-partenaires'
  const secret = 'un-secret-de-client-pour-les-essais'
  const declarer = (retour: string) => {
    const provider = ouvrir(emetteur, { client_id: client, client_secret: secret, redirect_uris: [retour] }, personnes)
    const reste = provider.callback()
    serveur.removeAllListeners('request')
    serveur.on('request', (requete, reponse) => {
      if (requete.url?.startsWith('/entree/')) void recevoir(provider, personnes, requete, reponse)
      else void reste(requete, reponse)
    })
  }
  const arreter = () => {
    serveur.closeAllConnections()
    return new Promise<void>((fin) => serveur.close(() => fin()))
  }
  return { emetteur, client, secret, personnes, declarer, arreter }
}

function ouvrir(emetteur: string, client: ClientMetadata, personnes: Map<string, PersonneOidc>): Provider {
  const provider: Provider = new Provider(emetteur, {
    clients: [client],
    claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'] },
    scopes: ['openid', 'email'],
    cookies: { keys: ['une-cle-d-essai'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/entree/${uid}` },
    findAccount: (_ctx, accountId) => {
      const deCeNom = accountId.includes('@') ? { courriel: accountId, verifie: true } : undefined
      const personne = personnes.get(accountId) ?? deCeNom
      if (!personne) return undefined
      const { courriel: email, verifie: email_verified } = personne
      return { accountId, claims: async () => ({ sub: accountId, email, email_verified }) }
    },
    // Nobody is asked to consent: the portal is an application of the caisse.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  return provider
}

async function recevoir(
  provider: Provider,
  personnes: Map<string, PersonneOidc>,
  requete: IncomingMessage,
  reponse: ServerResponse,
): Promise<void> {
  if (requete.method !== 'POST') return envoyerPage(reponse)
  const saisie = new URLSearchParams(await lireCorps(requete))
  const accountId = saisie.get('personne') ?? ''
  const { amr, acr } = personnes.get(accountId) ?? {}
  const resultat = saisie.has('abandonner')
    ? { error: 'access_denied' }
    : { login: { accountId, amr, acr, remember: false } }
  await provider.interactionFinished(requete, reponse, resultat, { mergeWithLastSubmission: false })
}

function envoyerPage(reponse: ServerResponse): void {
  reponse.setHeader('content-type', 'text/html; charset=utf-8')
  reponse.end(`<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Identité de la caisse</title></head>
<body><main><h1>Identité de la caisse</h1><form method="post">
<p><label for="personne">Qui êtes-vous ?</label> <input id="personne" name="personne" autocomplete="off"></p>
<p><button>Continuer</button> <button name="abandonner" value="oui">Abandonner</button></p></form></main></body></html>`)
}

async function lireCorps(requete: IncomingMessage): Promise<string> {
  let corps = ''
  for await (const morceau of requete) corps += String(morceau)
  return corps
}
