import { afterAll, test } from 'vitest'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { baseWeb } from '@/lib/socle/base'
import { eprouverLesPlans } from '@/tests/plans-des-pages'

// The unit tests read the same plans among fewer demandes.
if (process.env.EPREUVES === 'completes') {
  const { urls, arreter } = await demarrerPlateformeDeTest({ graine: false })
  process.env.DATABASE_URL = urls.web
  // Last hooks run first: the server stops once nobody is connected any more.
  afterAll(async () => {
    await baseWeb().$disconnect()
    await arreter()
  })
  eprouverLesPlans(50_000, urls)
} else test.todo('the plans among 50,000 demandes, in full ordeals only')
