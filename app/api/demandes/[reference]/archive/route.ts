import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { archiveDeLaDemande } from '@/lib/demandes/archiver-demande'
import { defineRoute, sansCache } from '@/lib/socle/route'

/** A demande with its messages and its files, as a ZIP. */
export const GET = defineRoute<{ reference: string }>(
  { droit: 'piece.voir', journal: 'demande.archive' },
  async ({ acteur, parametres, adresse, maintenant }) => {
    const { demande, flux } = await archiveDeLaDemande(acteur, parametres.reference, adresse, maintenant)
    return {
      reponse: new Response(Readable.toWeb(Readable.from(flux)) as ReadableStream as unknown as BodyInit, {
        headers: {
          ...sansCache,
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="demande-${demande.reference}.zip"`,
        },
      }),
      journal: { objetType: 'demande', objetId: demande.id, caisseId: demande.caisseId },
    }
  },
)
