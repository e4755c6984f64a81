import { rmSync } from 'node:fs'
import { dossierTemporaire } from '@/lib/processus/dossier-temporaire'
import { demarrerPostgres } from '@/lib/processus/postgres'
import { clientAdmin, creerBase, preparerBase, urlsDe } from '@/lib/processus/preparer-base'
import { avecMoteur, lireMigrations, lireSchema, sansFiltre } from './moteur'

/**
 * The SQL that separates the migrations folder from the schema files, or null when they agree.
 * The folder is replayed on a throw-away server: nothing is asked of a database that serves.
 */
export async function ecartAvecLeSchema(): Promise<string | null> {
  const dossier = dossierTemporaire()
  const serveur = await demarrerPostgres({ dossier, persistant: false })
  try {
    const urls = await preparerBase(serveur.urlAdmin, 'ecart')
    await clientAdmin(serveur.urlAdmin, (client) => creerBase(client, 'empreinte'))
    const difference = {
      from: { tag: 'migrations' as const, ...lireMigrations() },
      to: { tag: 'schemaDatamodel' as const, files: lireSchema() },
      script: true,
      exitCode: true,
      filters: sansFiltre,
    }
    const empreinte = urlsDe(serveur.urlAdmin, 'empreinte').migration
    const { stdout, exitCode } = await avecMoteur(urls.migration, (moteur) => moteur.diff(difference), empreinte)
    return exitCode === 2 ? stdout : null
  } finally {
    await serveur.arreter()
    rmSync(dossier, { recursive: true, force: true })
  }
}
