import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime, { type Address } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { type CourrielRecu, nomsDeCourriels } from '@/lib/socle/courriels-recus'
import { portLibre } from './port'

const GARDES = 500

export type CourrielsLocaux = { port: number; url: string; arreter(): Promise<void> }

/** An SMTP server that sends nothing: each mail becomes a JSON file in `dossier`, where only the last 500 are kept. */
export async function recevoirCourriels(options: { dossier: string; port?: number }): Promise<CourrielsLocaux> {
  mkdirSync(options.dossier, { recursive: true })
  const port = options.port ?? (await portLibre())
  const serveur = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    onData: (flux, session, fini) => {
      const destinataires = session.envelope.rcptTo.map(({ address }) => address)
      lireTout(flux)
        .then((brut) => garder(options.dossier, brut, destinataires))
        .then(
          () => fini(),
          (erreur: unknown) => fini(erreur instanceof Error ? erreur : new Error(String(erreur))),
        )
    },
  })
  // A client that disconnects in the middle of a sentence must not bring the demo down.
  serveur.on('error', () => {})
  await new Promise<void>((resoudre, rejeter) => {
    serveur.server.once('error', rejeter)
    serveur.listen(port, '127.0.0.1', resoudre)
  })
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    arreter: () => new Promise((resoudre) => serveur.close(() => resoudre())),
  }
}

async function lireTout(flux: AsyncIterable<Buffer>): Promise<Buffer> {
  const morceaux: Buffer[] = []
  for await (const morceau of flux) morceaux.push(morceau)
  return Buffer.concat(morceaux)
}

let rang = 0

async function garder(dossier: string, brut: Buffer, destinataires: string[]): Promise<void> {
  const lu = await PostalMime.parse(brut)
  const recuLe = new Date()
  rang += 1
  const id = `${String(recuLe.getTime()).padStart(14, '0')}-${String(rang).padStart(6, '0')}`
  const courriel: CourrielRecu = {
    id,
    recuLe: recuLe.toISOString(),
    messageId: lu.messageId ?? '',
    de: adresses(lu.from ? [lu.from] : []).join(', '),
    // The envelope decides who receives; the headers only say it.
    a: destinataires,
    sujet: lu.subject ?? '',
    texte: (lu.text ?? '').trim(),
    html: (lu.html ?? '').trim(),
    calendriers: lu.attachments
      .filter(({ mimeType }) => mimeType === 'text/calendar')
      .map(({ method, content }) => ({ methode: method ?? '', contenu: enTexte(content) })),
    entetes: Object.fromEntries(lu.headers.map(({ key, value }) => [key, value])),
  }
  const fichier = join(dossier, `${id}.json`)
  writeFileSync(`${fichier}.ecriture`, JSON.stringify(courriel, null, 2))
  renameSync(`${fichier}.ecriture`, fichier)
  for (const nom of nomsDeCourriels(dossier).slice(0, -GARDES)) rmSync(join(dossier, nom), { force: true })
}

const enTexte = (contenu: string | ArrayBuffer | Uint8Array) =>
  typeof contenu === 'string' ? contenu : new TextDecoder().decode(contenu)

function adresses(liste: Address[]): string[] {
  return liste.map(({ name, address }) => (name ? `${name} <${address ?? ''}>` : (address ?? '')))
}
