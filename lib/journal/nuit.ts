import pg from 'pg'
import { dossierDesAncres, lireAncres } from '@/lib/journal/ancres'
import { journaliser } from '@/lib/journal/ecrire'
import { purgerJournal } from '@/lib/journal/purger'
import { clesJournal } from '@/lib/journal/sceau'
import { type Constat, verifierJournal } from '@/lib/journal/verifier'
import { leverSignaux } from '@/lib/signaux/lever'
import { avecTravaux } from '@/lib/socle/base'
import { logs } from '@/lib/socle/logs'

/** Reads the whole journal as it stands at one instant, and compares it with the anchors. */
export async function verifierLaBase(url = process.env.DATABASE_URL_TRAVAUX): Promise<Constat> {
  const cles = clesJournal()
  const dossier = dossierDesAncres()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // The anchors first: one made meanwhile would speak of a row that the snapshot does not have.
    const ancres = dossier ? await lireAncres(dossier) : {}
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await verifierJournal(client, { cles, ...ancres })
  } finally {
    await client.end()
  }
}

/** Each night: what is past its time goes, searches are forgotten, then the whole chain is verified. */
export async function nuitDuJournal(maintenant: Date): Promise<Constat> {
  const retirees = await purgerJournal(maintenant)
  await avecTravaux((tx) => tx.rechercheJournal.deleteMany({ where: { expireLe: { lte: maintenant } } }))
  const constat = await verifierLaBase()
  const { lignes, total, defauts, dernier } = constat
  logs.info({ retirees, lignes, defauts: total }, 'journal vérifié')
  for (const defaut of defauts) logs.error({ defaut }, 'journal altéré')
  await avecTravaux(async (tx) => {
    await journaliser(tx, { action: 'journal.verifie', profil: 'automatique', details: { lignes, defauts: total } })
    if (total === 0) return
    const rang = dernier ?? 0n
    const quand = { premierRang: rang, dernierRang: rang, debutLe: maintenant, finLe: maintenant }
    const ou = { caisseId: null, compteId: null, adresse: null, repere: null }
    await leverSignaux(tx, [{ type: 'journal', nombre: total, ...ou, ...quand }], maintenant)
  })
  return constat
}
