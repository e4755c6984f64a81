import { createHash } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { baseGardee, reprendreConnexions } from './connexions-gardees'
import type { BasePretee } from './modele-de-test'

/**
 * A database as the migrations leave it, for one test file: `const base = await baseDeTest()` at its top.
 * The product's own connections (`lib/socle/base.ts`) use it too. Given back at the end of the file.
 */
export async function baseDeTest(): Promise<BasePretee> {
  const serveur = inject('serveurDeBases')
  const reponse = await fetch(`${serveur}/${baseGardee()}`, { method: 'POST' })
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
  await reprendreConnexions(base.nom)
  afterAll(async () => {
    await fetch(`${serveur}/${base.nom}`, { method: 'DELETE' })
  })
  return base
}
