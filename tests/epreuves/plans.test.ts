import { afterAll } from 'vitest'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { baseWeb } from '@/lib/socle/base'
import { eprouverLesPlans } from '@/tests/plans-des-pages'

const { urls, env, arreter } = await demarrerPlateformeDeTest({ graine: false })
process.env.DATABASE_URL = urls.web
// Its words are kept under the key that the search looks them up with.
process.env.CLES_JOURNAL = env.CLES_JOURNAL
// Last hooks run first: the server stops once nobody is connected any more.
afterAll(async () => {
  await baseWeb().$disconnect()
  await arreter()
})
eprouverLesPlans(50_000, urls)
