import { exportALire } from '@/lib/exports/queries'
import { lireFichier } from '@/lib/pieces-jointes/coffre'
import { reponseArchive } from '@/lib/socle/reponse-archive'
import { typesTableur } from '@/lib/socle/reponse-tableur'
import { defineRoute } from '@/lib/socle/route'
import { dateAParis } from '@/lib/socle/temps'

/** A list of demandes, for the account that asked for it. Each download is an event. */
export const GET = defineRoute<{ id: string }>(
  { droit: 'liste.exporter', journal: 'liste.telechargee' },
  async ({ acteur, parametres, maintenant }) => {
    const { fichier, format, caisseId, demandeLe, lignes } = await exportALire(acteur, parametres.id, maintenant)
    return {
      reponse: reponseArchive(
        lireFichier(fichier),
        `demandes-${dateAParis(demandeLe)}.${format}`,
        typesTableur[format],
      ),
      journal: { objetType: 'caisse', objetId: caisseId, caisseId, details: { exportId: fichier.id, format, lignes } },
    }
  },
)
