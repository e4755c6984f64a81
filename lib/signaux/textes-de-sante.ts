import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { dateAParis, debutDuJour } from '@/lib/socle/temps'

const moisMontres = 12

export type MoisDeTextes = { mois: string; caisse: number; partenaire: number }

/**
 * Texts kept in spite of the warning about health (règles du domaine, §6), by month («2026-11») and by side: the last one first, and
 * only months that have some.
 */
export function textesDeSante(acteur: Acteur, maintenant: Date): Promise<MoisDeTextes[]> {
  const [annee = 0, mois = 1] = dateAParis(maintenant).split('-').map(Number)
  const depuis = debutDuJour(new Date(Date.UTC(annee, mois - moisMontres, 1)).toISOString().slice(0, 10))
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const lus = await tx.$queryRaw<{ mois: string; cote: 'caisse' | 'partenaire'; nombre: number }[]>`
      SELECT mois, cote, nombre FROM ep_journal_sante(${depuis}::timestamptz) ORDER BY mois DESC`
    const parMois = new Map<string, MoisDeTextes>()
    for (const { mois: lu, cote, nombre } of lus)
      parMois.set(lu, { ...(parMois.get(lu) ?? { mois: lu, caisse: 0, partenaire: 0 }), [cote]: nombre })
    return [...parMois.values()]
  })
}
