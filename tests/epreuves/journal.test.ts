import { createHash } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { journaliserLePasse } from '@/lib/journal/ecrire'
import { verifierLaBase } from '@/lib/journal/nuit'
import { avecTravaux, baseTravaux } from '@/lib/socle/base'
import { baseDeTest } from '@/tests/base-de-test'
import { eprouverAlterations } from '@/tests/lib/journal/eprouver-alterations'

const completes = process.env.EPREUVES === 'completes'

const { migration } = await baseDeTest()
process.env.CLES_JOURNAL = `1:${createHash('sha256').update('épreuve').digest('base64')}`
afterAll(() => baseTravaux().$disconnect())

const alterations = completes ? 1_000 : 100
const lots = completes ? 20 : 4

it(`finds ${alterations} random alterations of the journal out of ${alterations}`, async () => {
  const { intact, manquees, tentees } = await eprouverAlterations({
    migration,
    lignes: completes ? 500 : 200,
    alterations,
    graine: 'épreuve du journal',
  })
  expect(intact.total).toBe(0)
  expect(manquees).toEqual([])
  console.log(`${alterations} altérations de ${Object.keys(tentees).length} sortes : toutes trouvées.`)
})

it(`finds nothing to say of ${lots},000 rows more, that nobody touched`, async () => {
  for (let lot = 0; lot < lots; lot += 1) {
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
  expect(lignes).toBeGreaterThan(lots * 1_000)
  expect(total).toBe(0)
  console.log(`${lignes} lignes vérifiées en ${Math.round(performance.now() - debut)} ms.`)
})
