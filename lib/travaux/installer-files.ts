import type { Client } from 'pg'
import { PgBoss } from 'pg-boss'
import { fileDesEchecs, files, type NomFile, schemaFiles } from './files'

const TRENTE_JOURS = 30 * 24 * 3600

/**
 * Installs or upgrades the tables of the job queues, creates the queues, and lets the two runtime roles use them.
 * Run by the owner role when migrating; can be run again.
 */
export async function installerFiles(urlMigration: string, proprietaire: Client): Promise<void> {
  const boss = new PgBoss({
    connectionString: urlMigration,
    schema: schemaFiles,
    max: 2,
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => {})
  await boss.start()
  try {
    for (const nom of Object.keys(files) as NomFile[]) {
      const echecs = fileDesEchecs(nom)
      await boss.createQueue(echecs, { retentionSeconds: TRENTE_JOURS, retryLimit: 0 })
      await boss.createQueue(nom, { ...files[nom], deadLetter: echecs })
      await boss.updateQueue(nom, { ...files[nom], deadLetter: echecs })
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  await proprietaire.query(`
    GRANT USAGE ON SCHEMA ${schemaFiles} TO ep_web, ep_travaux;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schemaFiles} TO ep_web, ep_travaux;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schemaFiles} TO ep_web, ep_travaux;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schemaFiles} TO ep_web, ep_travaux;
  `)
}
