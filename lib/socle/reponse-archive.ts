import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { sansCache } from '@/lib/socle/route'

/** A ZIP sent while it is read. `nom` is plain ASCII. */
export function reponseArchive(flux: AsyncIterable<Uint8Array>, nom: string): Response {
  return new Response(Readable.toWeb(Readable.from(flux)) as ReadableStream as unknown as BodyInit, {
    headers: {
      ...sansCache,
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${nom}"`,
    },
  })
}
