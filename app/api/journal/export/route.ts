import { exporterJournal, lignesExportMax } from '@/lib/journal/exporter'
import { defineRoute, sansCache } from '@/lib/socle/route'
import { dateAParis } from '@/lib/socle/temps'

/** The rows of a search of the journal, or of the last seven days, as CSV. Sent as it is read. */
export const GET = defineRoute(
  { droit: 'journal.voir', journal: 'journal.exporte' },
  async ({ acteur, requete, maintenant }) => {
    const recherche = new URL(requete.url).searchParams.get('recherche') ?? undefined
    return {
      reponse: new Response(exporterJournal(acteur, recherche, maintenant), {
        headers: {
          ...sansCache,
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="journal-${dateAParis(maintenant)}.csv"`,
          'x-content-type-options': 'nosniff',
        },
      }),
      journal: {
        ...(recherche && { objetType: 'recherche_journal', objetId: recherche.slice(0, 36) }),
        details: { format: 'csv', lignesAuPlus: lignesExportMax },
      },
    }
  },
)
