import { connect } from 'node:net'

/** Whether the virus scanner answers. `adresse` is `host:port` or `unix:/path`. Never throws. */
export function pingClamd(adresse: string, delaiMs = 3_000): Promise<boolean> {
  const separateur = adresse.lastIndexOf(':')
  const cible = adresse.startsWith('unix:')
    ? { path: adresse.slice('unix:'.length) }
    : { host: adresse.slice(0, separateur).replace(/^\[|\]$/g, ''), port: Number(adresse.slice(separateur + 1)) }
  return new Promise((resoudre) => {
    const prise = connect(cible)
    let reponse = ''
    const finir = (bien: boolean) => {
      prise.destroy()
      resoudre(bien)
    }
    prise.setTimeout(delaiMs, () => finir(false))
    prise.once('error', () => finir(false))
    prise.once('connect', () => prise.write('zPING\0'))
    prise.on('data', (morceau) => {
      reponse += morceau.toString('latin1')
      if (reponse.length >= 5) finir(reponse.startsWith('PONG'))
    })
    prise.once('end', () => finir(reponse.startsWith('PONG')))
  })
}
