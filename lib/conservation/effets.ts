import { type DureeReglable, type Durees, dureesReglables } from '@/lib/conservation/durees'
import { libellesComptes } from '@/lib/conservation/libelles'
import { comptesDuPassage } from '@/lib/conservation/queries'
import type { Effet } from '@/lib/reglages/modele'
import type { Transaction } from '@/lib/socle/base'

/** What shorter durations would remove the next night, beyond what goes anyway; what longer ones would keep. Empty without a change. */
export async function effetsDesDurees(
  tx: Transaction,
  caisseId: string,
  avant: Durees,
  apres: Durees,
  maintenant: Date,
): Promise<Effet[]> {
  const changees = (Object.keys(dureesReglables) as DureeReglable[]).filter((nom) => avant[nom] !== apres[nom])
  if (changees.length === 0) return []
  const durees = Object.fromEntries(changees.map((nom) => [nom, apres[nom]]))
  const [sans, avec] = [
    await comptesDuPassage(tx, caisseId, maintenant),
    await comptesDuPassage(tx, caisseId, maintenant, durees),
  ]
  const enPlus = Object.entries(libellesComptes).flatMap(([nature, dire]) => {
    const nombre = (avec[nature] ?? 0) - (sans[nature] ?? 0)
    return nombre > 0 ? [dire(nombre)] : []
  })
  if (enPlus.length > 0)
    return [
      {
        texte:
          'Dès la prochaine nuit, les nouvelles durées effaceraient, en plus de ce qui l’est déjà. Ce qui est effacé ne revient pas :',
        liste: enPlus,
      },
    ]
  return changees.some((nom) => apres[nom] < avant[nom])
    ? [{ texte: 'Rien n’a dépassé les nouvelles durées : la prochaine nuit n’effacera rien de plus.' }]
    : [{ texte: 'Ce qui est déjà effacé ne revient pas : les nouvelles durées valent pour ce qui est encore gardé.' }]
}
