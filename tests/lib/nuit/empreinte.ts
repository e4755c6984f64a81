import pg from 'pg'
import type { BasePretee } from '@/tests/modele-de-test'

type Ligne = Record<string, unknown>

/** Columns that say when the portal did a thing, or by which technical id: they differ from one night to the next. */
const techniques: Record<string, string[]> = {
  acte_nuit: ['faitLe', 'ditLe'],
  courriel: ['id', 'messageId', 'creeLe'],
  evenement_convention: ['id'],
  journal: ['id', 'le', 'sceau'],
  journal_tete: ['id', 'sceau'],
  suspension: ['id'],
  session: ['fermeeLe'],
  jeton: ['utiliseLe'],
}

/**
 * Mails that announce a day to come, or say what is new that morning: after missed nights, fewer are sent. The same words name
 * what the night remembers of them.
 */
const annonces = [
  'acces_fin_prochaine',
  'revue_relance',
  'mot_de_passe_bientot',
  'brouillon_bientot',
  'lien_non_utilise',
  'mot_du_jour',
]

/** Every row of every table, without what is technical: the same end state gives the same text. */
export async function empreinte(base: BasePretee): Promise<{ lignes: string[]; annonces: number }> {
  const client = new pg.Client({ connectionString: base.migration })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ nom: string }>(
      `SELECT tablename AS nom FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
    )
    // A revue opened by the night is named by what it is about.
    const { rows: revues } = await client.query<{ id: string; nom: string }>(
      `SELECT id, 'revue ' || "structureId" || ' ' || "ouverteLe"::date AS nom FROM revue_habilitation`,
    )
    const noms = new Map(revues.map(({ id, nom }) => [id, nom]))
    const lignes: string[] = []
    let nombre = 0
    for (const { nom } of tables) {
      const { rows } = await client.query<{ ligne: Ligne }>(`SELECT to_jsonb(t) AS ligne FROM ${nom} t`)
      for (const { ligne } of rows) {
        if (nom === 'courriel' && annonces.includes(String(ligne.modele))) nombre += 1
        else if (!(nom === 'acte_nuit' && annonces.includes(String(ligne.type)))) lignes.push(ecrire(nom, ligne, noms))
      }
    }
    return { lignes: lignes.sort(), annonces: nombre }
  } finally {
    await client.end()
  }
}

function ecrire(table: string, ligne: Ligne, noms: Map<string, string>): string {
  const garde = Object.entries(ligne).filter(([colonne]) => !techniques[table]?.includes(colonne))
  const texte = JSON.stringify(Object.fromEntries(garde))
  return `${table} ${texte.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => noms.get(id) ?? id)}`
}
