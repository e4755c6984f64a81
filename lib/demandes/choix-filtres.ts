import { z } from 'zod'
import { services } from '@/lib/demandes/modele'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { lireAvecPerimetre } from '@/lib/socle/base'
import { memoireBreve } from '@/lib/socle/memoire-breve'
import { Prisma } from '@/lib/socle/prisma/client'

const nommeSchema = z.object({ id: z.string(), nom: z.string() })

/** A team or a partenaire to filter by. */
export type Nomme = z.output<typeof nommeSchema>

const choixSchema = z.object({
  tousPartenaires: z.array(nommeSchema),
  equipes: z.array(nommeSchema),
  agents: z.array(nommeSchema.extend({ prenom: z.string() })),
  motifs: z.array(z.object({ id: z.string(), libelleCourt: z.string(), service: z.enum(services) })),
})

/** All one can filter the queue of a caisse by. */
export type ChoixFiltres = z.output<typeof choixSchema>

/**
 * A list longer than this one is no longer one to choose from: those under convention stand there first, then those of the rows
 * shown and the one chosen, which the page of a demande leads to.
 */
const PARTENAIRES_MAX = 300

const memoire = memoireBreve<ChoixFiltres>('choix-filtres')

/**
 * The same for every agent of a caisse, and asked at each page of the queue: see `memoireBreve`. Hidden motifs included: old
 * demandes bear them.
 */
export function choixDesFiltres(acteur: Acteur): Promise<ChoixFiltres> {
  return memoire.lire(acteur.caisse?.id ?? '', () => lireChoix(acteur))
}

async function lireChoix(acteur: Acteur): Promise<ChoixFiltres> {
  const caisseId = acteur.caisse?.id
  const [rang] = await lireAvecPerimetre<{ choix: unknown }>(
    perimetre(acteur),
    Prisma.sql`SELECT json_build_object(
      'tousPartenaires', (SELECT coalesce(json_agg(json_build_object('id', id, 'nom', nom) ORDER BY nom), '[]')
        FROM partenaire WHERE id = ANY (ARRAY(SELECT "partenaireId" FROM convention_caisse WHERE "caisseId" = ${caisseId}::uuid
          GROUP BY 1 ORDER BY bool_or(etat = 'en_vigueur') DESC, max("utilisationEffetLe") DESC NULLS LAST LIMIT ${PARTENAIRES_MAX}))),
      'equipes', (SELECT coalesce(json_agg(json_build_object('id', id, 'nom', nom) ORDER BY nom), '[]')
        FROM equipe WHERE "caisseId" = ${caisseId}::uuid AND actif),
      'agents', (SELECT coalesce(json_agg(json_build_object('id', id, 'prenom', prenom, 'nom', nom) ORDER BY nom, prenom), '[]')
        FROM compte WHERE "caisseId" = ${caisseId}::uuid AND roles @> '{agent}' AND etat = 'actif'),
      'motifs', (SELECT coalesce(json_agg(json_build_object('id', id, 'libelleCourt', "libelleCourt", 'service', service) ORDER BY service, ordre), '[]')
        FROM motif WHERE "caisseId" IS NULL OR "caisseId" = ${caisseId}::uuid)) AS choix`,
  )
  return choixSchema.parse(rang?.choix)
}
