import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, it } from 'vitest'
import { baseTravaux } from '@/lib/socle/base'
import { installerCatalogue } from '@/prisma/seed/catalogue'
import { ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { baseDeTest } from '@/tests/base-de-test'
import { eprouverLaConservation } from '@/tests/lib/conservation/histoires'

const { migration } = await baseDeTest()
const dossier = mkdtempSync(join(tmpdir(), 'ep-epreuve-'))
Object.assign(process.env, {
  STOCKAGE_DOSSIER: dossier,
  CLES_FICHIERS: `1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`,
})
const atelier = ouvrirAtelier(migration, { graine: 'conservation' })
afterAll(async () => {
  await atelier.fermer()
  await baseTravaux().$disconnect()
})

const nombre = process.env.EPREUVES === 'completes' ? 400 : 40

it(`removes, of ${nombre} generated histories, those that are past their time and no other`, async () => {
  await installerCatalogue(atelier.tx)
  await eprouverLaConservation(nombre, atelier, dossier)
})
