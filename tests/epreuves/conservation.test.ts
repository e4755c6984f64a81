import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, it } from 'vitest'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { baseTravaux } from '@/lib/socle/base'
import { installerCatalogue } from '@/prisma/seed/catalogue'
import { ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { eprouverLaConservation } from '@/tests/lib/conservation/histoires'

const { urls, arreter } = await demarrerPlateformeDeTest({ graine: false })
const dossier = mkdtempSync(join(tmpdir(), 'ep-epreuve-'))
Object.assign(process.env, {
  DATABASE_URL_TRAVAUX: urls.travaux,
  STOCKAGE_DOSSIER: dossier,
  CLES_FICHIERS: `1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`,
  CLES_JOURNAL: `1:${createHash('sha256').update('journal d’essai').digest('base64')}`,
})
const atelier = ouvrirAtelier(urls.migration, { graine: 'conservation' })
// Last hooks run first: the server stops once nobody is connected any more.
afterAll(async () => {
  await atelier.fermer()
  await baseTravaux().$disconnect()
  await arreter()
})

const nombre = process.env.EPREUVES === 'completes' ? 400 : 40

it(`removes, of ${nombre} generated histories, those that are past their time and no other`, async () => {
  await installerCatalogue(atelier.tx)
  await eprouverLaConservation(nombre, atelier, dossier)
})
