import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { sansCache } from '@/lib/socle/route'

/** A file sent while it is read, a ZIP unless `type` says otherwise. `nom` is plain ASCII. */
export function reponseArchive(flux: AsyncIterable<Uint8Array>, nom: string, type = 'application/zip'): Response {
  return new Response(Readable.toWeb(Readable.from(flux)) as ReadableStream as unknown as BodyInit, {
    headers: {
      ...sansCache,
      'content-type': type,
      'content-disposition': `attachment; filename="${nom}"`,
    },
  })
}
