import { afterAll, test } from 'vitest'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { eprouverLesPlans } from '@/tests/plans-des-pages'

// The unit tests read the same plans among fewer demandes.
if (process.env.EPREUVES === 'completes') {
  const { urls, arreter } = await demarrerPlateformeDeTest({ graine: false })
  process.env.DATABASE_URL = urls.web
  eprouverLesPlans(50_000, urls)
  afterAll(arreter)
} else test.todo('the plans among 50,000 demandes, in full ordeals only')
