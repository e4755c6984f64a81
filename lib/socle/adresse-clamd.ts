import type { NetConnectOpts } from 'node:net'

/** Where the virus scanner listens: `host:port` (`[::1]:3310`) or `unix:/path`. Throws on anything else. */
export function adresseClamd(adresse: string): NetConnectOpts {
  const [, chemin] = /^unix:(\/.+)$/.exec(adresse) ?? []
  if (chemin) return { path: chemin }
  const [, entreCrochets, hote = entreCrochets, port] = /^(?:\[([^\]]+)\]|([^:/]+)):(\d{1,5})$/.exec(adresse) ?? []
  if (!hote || !port || Number(port) > 65535) throw new Error(`Adresse de clamd invalide : ${adresse}`)
  return { host: hote, port: Number(port) }
}
