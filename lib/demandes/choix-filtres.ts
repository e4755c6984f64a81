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
  partenaires: z.array(nommeSchema.extend({ propose: z.boolean() })),
  equipes: z.array(nommeSchema),
  agents: z.array(nommeSchema.extend({ prenom: z.string() })),
  motifs: z.array(z.object({ id: z.string(), libelleCourt: z.string(), service: z.enum(services) })),
})

/** All one can filter the queue of a caisse by. */
export type ChoixFiltres = Omit<z.output<typeof choixSchema>, 'partenaires'> & { tousPartenaires: Nomme[] }

/** The same, with the name of each partenaire that has had a convention with it. */
export type ChoixDeLaCaisse = ChoixFiltres & { noms: Map<string, string> }

/** A list longer than this one is no longer one to choose from: those under convention stand there first. */
const PARTENAIRES_MAX = 300

const memoire = memoireBreve<ChoixDeLaCaisse>('choix-filtres')

/**
 * The same for every agent of a caisse, and asked at each page of the queue: see `memoireBreve`. Hidden motifs included: old
 * demandes bear them.
 */
export function choixDesFiltres(acteur: Acteur): Promise<ChoixDeLaCaisse> {
  return memoire.lire(acteur.caisse?.id ?? '', () => lireChoix(acteur))
}

/** Names of these partenaires, read when one is not known yet: its convention is younger than what is kept. */
export async function nomsDesPartenaires(acteur: Acteur, { noms }: ChoixDeLaCaisse, ids: string[]) {
  const inconnus = ids.filter((id) => !noms.has(id))
  if (inconnus.length === 0) return noms
  const lus = await lireAvecPerimetre<Nomme>(
    perimetre(acteur),
    Prisma.sql`SELECT id, nom FROM partenaire WHERE id = ANY (${inconnus}::uuid[])`,
  )
  return new Map([...noms, ...lus.map(({ id, nom }) => [id, nom] as const)])
}

/** What is offered, and these partenaires too, those of the rows and the one chosen, be the list longer than that. */
export function avecNommes(choix: ChoixFiltres, noms: Map<string, string>, ids: (string | undefined)[]): ChoixFiltres {
  const offerts = new Set(choix.tousPartenaires.map(({ id }) => id))
  const autres = [...new Set(ids)].flatMap((id) => {
    const nom = id && !offerts.has(id) && noms.get(id)
    return nom ? [{ id, nom }] : []
  })
  if (autres.length === 0) return choix
  const tousPartenaires = [...choix.tousPartenaires, ...autres].sort((a, b) => a.nom.localeCompare(b.nom, 'fr'))
  return { ...choix, tousPartenaires }
}

async function lireChoix(acteur: Acteur): Promise<ChoixDeLaCaisse> {
  const caisseId = acteur.caisse?.id
  const [rang] = await lireAvecPerimetre<{ choix: unknown }>(
    perimetre(acteur),
    Prisma.sql`SELECT json_build_object(
      'partenaires', (SELECT coalesce(json_agg(json_build_object('id', id, 'nom', nom, 'propose', rang <= ${PARTENAIRES_MAX}) ORDER BY nom), '[]')
        FROM partenaire JOIN (
          SELECT "partenaireId" AS id, row_number() OVER (ORDER BY bool_or(etat = 'en_vigueur') DESC, max("utilisationEffetLe") DESC NULLS LAST) AS rang
          FROM convention_caisse WHERE "caisseId" = ${caisseId}::uuid GROUP BY 1) c USING (id)),
      'equipes', (SELECT coalesce(json_agg(json_build_object('id', id, 'nom', nom) ORDER BY nom), '[]')
        FROM equipe WHERE "caisseId" = ${caisseId}::uuid AND actif),
      'agents', (SELECT coalesce(json_agg(json_build_object('id', id, 'prenom', prenom, 'nom', nom) ORDER BY nom, prenom), '[]')
        FROM compte WHERE "caisseId" = ${caisseId}::uuid AND roles @> '{agent}' AND etat = 'actif'),
      'motifs', (SELECT coalesce(json_agg(json_build_object('id', id, 'libelleCourt', "libelleCourt", 'service', service) ORDER BY service, ordre), '[]')
        FROM motif WHERE "caisseId" IS NULL OR "caisseId" = ${caisseId}::uuid)) AS choix`,
  )
  const { partenaires, ...autres } = choixSchema.parse(rang?.choix)
  return {
    ...autres,
    tousPartenaires: partenaires.filter(({ propose }) => propose).map(({ id, nom }) => ({ id, nom })),
    noms: new Map(partenaires.map(({ id, nom }) => [id, nom])),
  }
}
