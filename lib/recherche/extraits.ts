import { z } from 'zod'
import { DEBUT, FIN } from '@/lib/recherche/surligner'
import type { Trouvee } from '@/lib/recherche/trouver'
import type { Transaction } from '@/lib/socle/base'

const extraitSchema = z.object({
  demandeId: z.string(),
  source: z.enum(['description', 'message', 'note']),
  extrait: z.string(),
})

export type Extrait = z.output<typeof extraitSchema>

/** Words written that answer, without the sign of internal notes. */
const motsEcrits = (trouves: string[]) => [
  ...new Set(trouves.filter((lexeme) => !/^[=+#]/.test(lexeme)).map((lexeme) => lexeme.replace(/^!/, ''))),
]

/**
 * For each demande found by what was written in it, the passage that holds the most of the words, the latest first. Read as any
 * page reads: the perimeter of the transaction holds, and a technicien never gets a note.
 */
export async function extraitsDe(tx: Transaction, trouvees: Trouvee[]): Promise<Map<string, Extrait>> {
  const cherches = trouvees
    .map(({ id, trouves }) => ({ id, mots: motsEcrits(trouves) }))
    .filter(({ mots }) => mots.length > 0)
  if (cherches.length === 0) return new Map()
  const options = `StartSel=${DEBUT}, StopSel=${FIN}, MaxWords=26, MinWords=14, ShortWord=2`
  const lignes = await tx.$queryRaw`
    WITH cherche AS (
      SELECT c.id, c.mots::text::tsquery AS mots
      FROM unnest(${cherches.map(({ id }) => id)}::uuid[], ${cherches.map(({ mots }) => ouDe(mots))}::text[]) AS c(id, mots)
    ), passage AS (
      SELECT c.id, c.mots, 'description' AS source, v #>> '{}' AS texte, d."deposeeLe" AS le
      FROM cherche c JOIN demande d USING (id), jsonb_path_query(d.details, 'strict $.** ? (@.type() == "string")') v
      UNION ALL
      SELECT c.id, c.mots, CASE WHEN m.interne THEN 'note' ELSE 'message' END, m.texte, m."envoyeLe"
      FROM cherche c JOIN message m ON m."demandeId" = c.id AND m."retireLe" IS NULL
    ), meilleur AS (
      SELECT DISTINCT ON (id) id, mots, source, texte
      FROM passage, to_tsvector('ep_francais', replace(replace(texte, '/', ' '), '.', ' ')) vecteur
      WHERE vecteur @@ mots
      ORDER BY id, ts_rank(vecteur, mots) DESC, le DESC
    )
    SELECT id AS "demandeId", source, ts_headline('ep_francais', texte, mots, ${options}) AS extrait FROM meilleur`
  return new Map(
    z
      .array(extraitSchema)
      .parse(lignes)
      .map((extrait) => [extrait.demandeId, extrait]),
  )
}

/** Stems hold letters and digits, except in an address written in a text: quoted all the same. */
const ouDe = (mots: string[]) => mots.map((mot) => `'${mot.replace(/['\\]/g, (signe) => signe + signe)}'`).join('|')
