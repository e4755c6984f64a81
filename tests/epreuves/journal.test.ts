import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { journaliserLePasse } from '@/lib/journal/ecrire'
import { verifierLaBase } from '@/lib/journal/nuit'
import { dossierTemporaire } from '@/lib/processus/dossier-temporaire'
import { portLibre } from '@/lib/processus/port'
import { demarrerPostgres } from '@/lib/processus/postgres'
import { preparerBase } from '@/lib/processus/preparer-base'
import { avecTravaux, baseTravaux } from '@/lib/socle/base'
import { migrer } from '@/prisma/migrer'
import { eprouverAlterations } from '@/tests/lib/journal/eprouver-alterations'

const completes = process.env.EPREUVES === 'completes'

const dossier = dossierTemporaire()
const postgres = await demarrerPostgres({ dossier, port: await portLibre(), persistant: false })
const urls = await preparerBase(postgres.urlAdmin, 'ep')
await migrer(urls.migration)
Object.assign(process.env, {
  EP_MODE: 'test',
  CLES_JOURNAL: `1:${createHash('sha256').update('épreuve').digest('base64')}`,
  DATABASE_URL: urls.web,
  DATABASE_URL_TRAVAUX: urls.travaux,
})
afterAll(async () => {
  await baseTravaux().$disconnect()
  await postgres.arreter()
  rmSync(dossier, { recursive: true, force: true })
})

const alterations = completes ? 1_000 : 100

it(`finds ${alterations} random alterations of the journal out of ${alterations}`, async () => {
  const { intact, manquees, tentees } = await eprouverAlterations({
    migration: urls.migration,
    lignes: completes ? 500 : 200,
    alterations,
    graine: 'épreuve du journal',
  })
  expect(intact.total).toBe(0)
  expect(manquees).toEqual([])
  console.log(`${alterations} altérations de ${Object.keys(tentees).length} sortes : toutes trouvées.`)
})

it('finds nothing to say of 20,000 rows more, that nobody touched', async () => {
  for (let lot = 0; lot < 20; lot += 1) {
    const lignes = Array.from({ length: 1_000 }, (_, rang) => ({
      action: 'demande.consultee' as const,
      le: new Date(),
      objetType: 'demande',
      objetId: `${lot} ${rang}`,
      details: { rang },
    }))
    await avecTravaux((tx) => journaliserLePasse(tx, lignes))
  }
  delete process.env.JOURNAL_ANCRES
  const debut = performance.now()
  const { lignes, total } = await verifierLaBase()
  expect(lignes).toBeGreaterThan(20_000)
  expect(total).toBe(0)
  console.log(`${lignes} lignes vérifiées en ${Math.round(performance.now() - debut)} ms.`)
})
