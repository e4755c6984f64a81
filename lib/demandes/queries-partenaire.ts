import { z } from 'zod'
import { attendentSql, attenteSchema, attenteSql, enAttente } from '@/lib/demandes/ce-qui-attend'
import { criteres, enListe, type FiltresListe, listeSchema, listeSql, pagesSql } from '@/lib/demandes/liste-partenaire'
import { enServices, servicesSchema, servicesSql } from '@/lib/demandes/services-ouverts'
import { trouveesMax, trouverDemandes } from '@/lib/recherche/trouver'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, lireAvecPerimetre } from '@/lib/socle/base'
import { Prisma } from '@/lib/socle/prisma/client'

/**
 * The demandes of the structure. «ouvertes» gives the open ones by due date, then those closed in the last fortnight;
 * any other statut gives the history, latest change first.
 */
export async function demandesDuPartenaire(acteur: Acteur, filtres: FiltresListe, maintenant = new Date()) {
  const trouvees = await trouver(acteur, filtres, maintenant)
  const lu = await lireUn(
    acteur,
    listeSchema,
    Prisma.sql`WITH ${pagesSql(acteur, { filtres, maintenant, trouvees })} SELECT ${listeSql(acteur, filtres)} AS lu`,
  )
  return enListe(lu, filtres)
}

const accueilSchema = z.object({ liste: listeSchema, attente: attenteSchema, services: servicesSchema })

/** All that the first page of a technicien shows, in one read: no page of theirs is asked for as often. */
export async function accueilDuTechnicien(acteur: Acteur, filtres: FiltresListe, maintenant = new Date()) {
  const trouvees = await trouver(acteur, filtres, maintenant)
  const { liste, attente, services } = await lireUn(
    acteur,
    accueilSchema,
    Prisma.sql`WITH ${pagesSql(acteur, { filtres, maintenant, trouvees })}, ${attendentSql(acteur)}
      SELECT json_build_object('liste', ${listeSql(acteur, filtres)}, 'attente', ${attenteSql(acteur)},
        'services', ${servicesSql(acteur)}) AS lu`,
  )
  return { ...enListe(liste, filtres), attente: enAttente(attente), services: enServices(acteur, services) }
}

async function lireUn<S extends z.ZodType>(acteur: Acteur, schema: S, requete: Prisma.Sql): Promise<z.output<S>> {
  const [rang] = await lireAvecPerimetre<{ lu: unknown }>(perimetre(acteur), requete)
  return schema.parse(rang?.lu)
}

/** Words go through the search, which has its indexes; what it gives is bounded, the last filed first. */
async function trouver(acteur: Acteur, filtres: FiltresListe, maintenant: Date): Promise<string[] | undefined> {
  const { q } = filtres
  if (!q) return undefined
  const options = { filtres: criteres(acteur, filtres, maintenant), nombre: trouveesMax }
  const trouvees = await avecPerimetre(perimetre(acteur), (tx) => trouverDemandes(tx, q, options))
  return trouvees.map(({ id }) => id)
}
