import { connect, type Socket } from 'node:net'
import { adresseClamd } from '@/lib/socle/adresse-clamd'

export type Analyse = { verdict: 'saine' } | { verdict: 'infectee'; signature: string }

/** The scanner gave no verdict: it can't be reached, broke off, was too slow, or answered something else. */
export class AntivirusMuet extends Error {
  constructor(raison: string, options?: ErrorOptions) {
    super(`Antivirus : ${raison}`, options)
    this.name = 'AntivirusMuet'
  }
}

/** The scanner answered that the file passes its limits: nothing of what it holds is told. */
export class AntivirusDepasse extends AntivirusMuet {}

const MORCEAU = 64 * 1024
const REPONSE_MAX = 4096

/**
 * Has clamd read a flow (INSTREAM). `adresse` is `host:port` or `unix:/path`. Only the exact words of a verdict make one:
 * silence for `delaiMs`, an error, a closed connection, a size limit throw `AntivirusMuet`, and the file stays unread.
 */
export async function analyser(
  flux: AsyncIterable<Uint8Array>,
  adresse: string,
  { delaiMs = 120_000 }: { delaiMs?: number } = {},
): Promise<Analyse> {
  const prise = connect(adresseClamd(adresse))
  const reponse = lireReponse(prise, delaiMs)
  // Awaited below; an early failure must not count as unhandled meanwhile.
  reponse.catch(() => {})
  try {
    await envoyer(prise, flux, reponse)
    return interpreter(await reponse)
  } finally {
    prise.destroy()
  }
}

/** Sends the flow, and stops as soon as clamd has answered: it does so before the end when a limit is passed. */
async function envoyer(prise: Socket, flux: AsyncIterable<Uint8Array>, reponse: Promise<string>): Promise<void> {
  let repondu = false
  const fin = reponse.then(
    () => {
      repondu = true
    },
    () => {
      repondu = true
    },
  )
  const ecrire = async (octets: Uint8Array) => {
    if (!repondu && !prise.write(octets)) await Promise.race([fin, vidange(prise)])
  }
  await ecrire(Buffer.from('zINSTREAM\0'))
  for await (const morceau of flux) {
    for (let i = 0; i < morceau.length && !repondu; i += MORCEAU) {
      const partie = morceau.subarray(i, i + MORCEAU)
      await ecrire(longueur(partie.length))
      // A copy: what is not sent yet must not change under the feet of the connection.
      await ecrire(Buffer.from(partie))
    }
    if (repondu) return
  }
  await ecrire(longueur(0))
}

function longueur(octets: number): Buffer {
  const entete = Buffer.alloc(4)
  entete.writeUInt32BE(octets)
  return entete
}

function vidange(prise: Socket): Promise<void> {
  return new Promise((resoudre) => prise.once('drain', resoudre))
}

function lireReponse(prise: Socket, delaiMs: number): Promise<string> {
  return new Promise((resoudre, rejeter) => {
    let texte = ''
    const echouer = (raison: string, cause?: unknown) => rejeter(new AntivirusMuet(raison, { cause }))
    prise.setTimeout(delaiMs, () => echouer('pas de réponse dans le délai'))
    prise.on('error', (erreur) => echouer('connexion impossible ou rompue', erreur))
    prise.on('close', () => echouer('connexion fermée avant le verdict'))
    prise.on('data', (octets) => {
      texte += octets.toString('latin1')
      const fin = texte.indexOf('\0')
      if (fin >= 0) resoudre(texte.slice(0, fin))
      else if (texte.length > REPONSE_MAX) echouer('réponse inattendue')
    })
  })
}

function interpreter(reponse: string): Analyse {
  if (reponse === 'stream: OK') return { verdict: 'saine' }
  const [, signature] = /^stream: (\S.*) FOUND$/.exec(reponse) ?? []
  if (!signature) throw new AntivirusMuet(`réponse inattendue (${reponse.slice(0, 80)})`)
  // A limit of the scanner is not a virus, and not a verdict either.
  if (signature.startsWith('Heuristics.Limits.Exceeded'))
    throw new AntivirusDepasse(`fichier non lu en entier (${signature})`)
  return { verdict: 'infectee', signature }
}
