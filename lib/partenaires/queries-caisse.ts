import { partenairesDeLaCaisse } from '@/lib/partenaires/acces'
import type { FiltresPartenaires, VuePartenaires } from '@/lib/partenaires/filtres-caisse'
import { vuesPartenaires } from '@/lib/partenaires/filtres-caisse'
import { normaliserSiret } from '@/lib/partenaires/regles'
import { type Situation, situationsDeLaCaisse } from '@/lib/partenaires/situation'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import type { Prisma } from '@/lib/socle/prisma/client'

export const taillePage = 50

const dansLaVue: Record<VuePartenaires, (situation: Situation) => boolean> = {
  tous: () => true,
  quota: ({ depassement }) => depassement > 0,
  suspendus: ({ suspendueLe }) => suspendueLe !== null,
  fin: ({ finProche, part }) => finProche !== null || part.etat === 'mise_en_demeure',
  brouillons: ({ part }) => part.etat === 'brouillon',
}

/** The partenaires of the caisse, by name: one page, the counters of the views, and where each stands. One transaction. */
export function partenairesPourCaisse(acteur: Acteur, filtres: FiltresPartenaires, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const situations = await situationsDeLaCaisse(tx, acteur.caisse?.id ?? '', maintenant)
    const retenus = [...situations]
      .filter(([, situation]) => dansLaVue[filtres.vue](situation))
      .filter(([, { part }]) => !filtres.etat || part.etat === filtres.etat)
      .map(([id]) => id)
    const lignes = await tx.partenaire.findMany({
      where: {
        AND: [
          partenairesDeLaCaisse(acteur),
          { id: { in: retenus } },
          filtres.type ? { type: filtres.type } : {},
          filtres.q ? recherche(filtres.q) : {},
        ],
      },
      select: {
        id: true,
        nom: true,
        type: true,
        ville: true,
        nombreMembres: true,
        structures: { select: { id: true, nom: true, ouvreLe: true }, orderBy: { nom: 'asc' } },
      },
      orderBy: [{ nom: 'asc' }, { id: 'asc' }],
      take: taillePage + 1,
      ...(filtres.apres && { cursor: { id: filtres.apres }, skip: 1 }),
    })
    const page = lignes.slice(0, taillePage)
    const compteurs = Object.fromEntries(
      vuesPartenaires.map((vue) => [vue, [...situations.values()].filter(dansLaVue[vue]).length]),
    ) as Record<VuePartenaires, number>
    return {
      lignes: page.map((ligne) => ({ ...ligne, situation: situations.get(ligne.id) as Situation })),
      suivante: lignes.length > taillePage ? page.at(-1)?.id : undefined,
      compteurs,
    }
  })
}

export type LignePartenaire = Awaited<ReturnType<typeof partenairesPourCaisse>>['lignes'][number]

function recherche(q: string): Prisma.PartenaireWhereInput {
  const contient = { contains: q, mode: 'insensitive' as const }
  const siret = normaliserSiret(q)
  return {
    OR: [
      { nom: contient },
      { ville: contient },
      ...(/^\d{3,14}$/.test(siret) ? [{ siret: { startsWith: siret } }] : []),
    ],
  }
}
