import { afterAll } from 'vitest'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { baseWeb } from '@/lib/socle/base'
import { eprouverLesPlans } from '@/tests/plans-des-pages'

const { urls, arreter } = await demarrerPlateformeDeTest({ graine: false })
process.env.DATABASE_URL = urls.web
// Last hooks run first: the server stops once nobody is connected any more.
afterAll(async () => {
  await baseWeb().$disconnect()
  await arreter()
})
eprouverLesPlans(50_000, urls)
