import { createHash } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import type { BasePretee } from './modele-de-test'

/**
 * A fresh copy of the migrated, empty database, for one test file: `const base = await baseDeTest()` at its top.
 * The product's own connections (`lib/socle/base.ts`) use it too. Dropped at the end of the file.
 */
export async function baseDeTest(): Promise<BasePretee> {
  const serveur = inject('serveurDeBases')
  const reponse = await fetch(serveur, { method: 'POST' })
  if (!reponse.ok) throw new Error(await reponse.text())
  const base = (await reponse.json()) as BasePretee
  Object.assign(process.env, {
    EP_MODE: 'test',
    CLES_COMPTES: `1:${createHash('sha256').update('comptes d’essai').digest('base64')}`,
    CLES_JOURNAL: `1:${createHash('sha256').update('journal d’essai').digest('base64')}`,
    DATABASE_URL: base.web,
    DATABASE_URL_TRAVAUX: base.travaux,
    DATABASE_URL_MIGRATION: base.migration,
  })
  afterAll(async () => {
    await fetch(`${serveur}/${base.nom}`, { method: 'DELETE' })
  })
  return base
}
