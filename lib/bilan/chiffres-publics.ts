import { z } from 'zod'
import { assembler } from '@/lib/bilan/assembler'
import type { Bilan, Jours, Periode } from '@/lib/bilan/modele'
import { precedente, tranchesDe } from '@/lib/bilan/periode'
import { lireReperes } from '@/lib/bilan/queries'
import { avecConnexion } from '@/lib/socle/base'

const lignesSchema = z.array(z.object({ mois: z.string(), mesure: z.string(), cle: z.string(), n: z.number() }))

/**
 * The figures of a caisse as a whole, for anyone, where it has opened them; null otherwise. Small counts are kept back, and nothing
 * is said of one partenaire. `annee`: one that is over, for two days of one that runs, or a part of it, would give two sums to subtract.
 */
export async function chiffresPublics(code: string, annee: Periode): Promise<Bilan | null> {
  const autre = precedente(annee, annee.au)
  return avecConnexion(async (tx) => {
    const caisse = await tx.caisse.findUnique({
      where: { code, reglages: { chiffresPublics: true } },
      select: { id: true, nom: true },
    })
    if (!caisse) return null
    const lire = async ({ du, au }: Jours) =>
      lignesSchema.parse(
        await tx.$queryRaw`SELECT mois::text, mesure, cle, n::int FROM ep_chiffres_publics(${code}, ${du}::date, ${au}::date)`,
      )
    const [lignes, avant, reperes] = await Promise.all([lire(annee), lire(autre), lireReperes(tx)])
    return {
      caisse,
      partenaire: null,
      periode: annee,
      precedente: autre,
      courant: { ...assembler(lignes, reperes, { tranches: tranchesDe(annee), masque: true }), formes: null },
      avant: {
        ...assembler(avant, reperes, { tranches: tranchesDe({ ...annee, ...autre }), masque: true }),
        formes: null,
      },
      enCours: null,
      masque: true,
      arreteLe: annee.au,
      encours: false,
      motifs: [],
    }
  })
}
