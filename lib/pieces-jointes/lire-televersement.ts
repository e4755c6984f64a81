import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Televersement<T> = { resultat: T; champs: Record<string, string> }

/**
 * Reads a multipart request with one file in the field `fichier`, as a stream: `recevoir` is called as soon as it starts.
 * Fields that stand before the file are known to it, and given back. A malformed or interrupted request is refused, never a crash.
 */
export function lireTeleversement<T>(
  requete: Request,
  recevoir: (fichier: {
    nom: string
    flux: AsyncIterable<Uint8Array>
    champs: Readonly<Record<string, string>>
  }) => Promise<T>,
): Promise<Televersement<T>> {
  const illisible = () => new ErreurMetier('saisie', 'L’envoi a été interrompu : réessayez.')
  return new Promise((resoudre, rejeter) => {
    if (!requete.body) return rejeter(illisible())
    let analyseur: busboy.Busboy
    try {
      analyseur = busboy({
        headers: Object.fromEntries(requete.headers),
        defParamCharset: 'utf8',
        limits: { files: 1, fields: 10, fieldSize: 2_000 },
      })
    } catch {
      return rejeter(illisible())
    }
    const champs: Record<string, string> = {}
    let reception: Promise<T> | undefined
    analyseur.on('field', (nom, valeur) => {
      champs[nom] = valeur
    })
    analyseur.on('file', (nom, flux, { filename }) => {
      if (nom !== 'fichier' || !filename) return void flux.resume()
      // A refusal in the middle must not destroy the stream: the request would then never end.
      reception = recevoir({ nom: filename, champs, flux: flux.iterator({ destroyOnReturn: false }) })
      // The rest of a refused file is read and dropped, so that the browser gets the answer.
      reception.catch(() => flux.resume())
    })
    analyseur.once('error', () => rejeter(illisible()))
    analyseur.once('close', () => {
      if (!reception) return rejeter(new ErreurMetier('saisie', 'Choisissez un fichier.'))
      reception.then((resultat) => resoudre({ resultat, champs }), rejeter)
    })
    const source = Readable.fromWeb(requete.body as ReadableStream)
    source.once('error', () => {
      analyseur.destroy()
      rejeter(illisible())
    })
    source.pipe(analyseur)
  })
}
