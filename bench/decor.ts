import { encode } from 'next-auth/jwt'
import pg from 'pg'
import type { Plateforme } from '@/lib/processus/plateforme'

/** Somebody signed in. */
export type Personne = { cookie: string; compteId: string }

export type Decor = {
  caisseId: string
  agents: Personne[]
  techniciens: Personne[]
  references: string[]
  /** Shared views of that caisse. */
  vues: string[]
  /** Partenaires of that caisse, the one that files most first. */
  partenaires: string[]
}

/** People of the busiest caisse, signed in, and demandes of that caisse, open and closed in equal parts. */
export async function dresserDecor({ urls, env }: Plateforme): Promise<Decor> {
  const client = new pg.Client({ connectionString: urls.migration })
  await client.connect()
  const lire = async (sql: string, valeurs: unknown[] = []) =>
    (await client.query<{ valeur: string }>(sql, valeurs)).rows.map(({ valeur }) => valeur)
  const connecter = async (compteId: string): Promise<Personne> => {
    const [sid] = await lire(
      `INSERT INTO session (id, "compteId", "expireLe", "secondFacteurLe") VALUES (gen_random_uuid(), $1, now() + interval '9 hours', now()) RETURNING id AS valeur`,
      [compteId],
    )
    return {
      compteId,
      cookie: `ep-session=${await encode({ token: { sid }, secret: env.SECRET_SESSION ?? '', maxAge: 36_000 })}`,
    }
  }
  try {
    const [caisseId = ''] = await lire(
      'SELECT "caisseId" AS valeur FROM demande GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
    )
    const agents = await lire(`SELECT id AS valeur FROM compte WHERE "caisseId" = $1 ORDER BY identifiant`, [caisseId])
    const techniciens = await lire(
      `SELECT c.id AS valeur FROM compte c
       JOIN (SELECT "structureId", count(*) AS n FROM demande WHERE "caisseId" = $1 GROUP BY 1) d ON d."structureId" = c."structureId"
       WHERE c.profil = 'technicien' ORDER BY d.n DESC, c.id LIMIT 16`,
      [caisseId],
    )
    const references = await lire(
      `SELECT reference AS valeur FROM (SELECT reference, row_number() OVER (PARTITION BY ouverte ORDER BY id) AS rang
       FROM demande WHERE "caisseId" = $1) d WHERE rang <= 1000 ORDER BY md5(reference)`,
      [caisseId],
    )
    return {
      caisseId,
      agents: await enSerie(agents, connecter),
      techniciens: await enSerie(techniciens, connecter),
      references,
      partenaires: await lire(
        `SELECT "partenaireId" AS valeur FROM compteur_bilan WHERE "caisseId" = $1 AND "partenaireId" <> $1 AND mesure = 'depose'
         GROUP BY 1 ORDER BY sum(n) DESC LIMIT 8`,
        [caisseId],
      ),
      vues: await lire('SELECT id AS valeur FROM vue_file WHERE "caisseId" = $1 ORDER BY nom', [caisseId]),
    }
  } finally {
    await client.end()
  }
}

async function enSerie<T>(comptes: string[], faire: (compte: string) => Promise<T>): Promise<T[]> {
  const faits: T[] = []
  for (const compte of comptes) faits.push(await faire(compte))
  return faits
}
