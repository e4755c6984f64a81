import { rechercheSchema } from '@/lib/exports/schema'
import { exigerPret } from '@/lib/pieces-jointes/fichier-prepare'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { estId } from '@/lib/socle/identifiants'
import { formatsTableur } from '@/lib/socle/tableur'

/** The lists that the account asked for and may still download, the latest first. */
export function exportsDe(acteur: Acteur, maintenant: Date) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const lus = await tx.export.findMany({
      where: { compteId: acteur.compteId, OR: [{ expireLe: null }, { expireLe: { gt: maintenant } }] },
      orderBy: [{ demandeLe: 'desc' }, { id: 'asc' }],
      take: 50,
      omit: { cleEnveloppee: true, cleVersion: true },
    })
    return lus.map(({ recherche, ...ligne }) => ({ ...ligne, ...rechercheSchema.parse(recherche) }))
  })
}

export type ExportDemande = Awaited<ReturnType<typeof exportsDe>>[number]

/** A list that is ready, with its wrapped key. Throws `introuvable` when it is another's, not ready, or past its time. */
export function exportALire(acteur: Acteur, id: string, maintenant: Date) {
  if (!estId(id)) throw new ErreurMetier('introuvable')
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const lu = await tx.export.findUnique({ where: { id, compteId: acteur.compteId } })
    exigerPret(lu, maintenant, 'Cette liste a expiré. Demandez-la à nouveau depuis le bilan.')
    const format = formatsTableur.find((connu) => connu === lu.format)
    if (!format) throw new ErreurMetier('introuvable')
    const { cleEnveloppee, cleVersion, caisseId, demandeLe, faits } = lu
    return { fichier: { id, cleEnveloppee, cleVersion }, format, caisseId, demandeLe, lignes: faits }
  })
}
