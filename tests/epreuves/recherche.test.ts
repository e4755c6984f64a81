import { afterEach, expect, it } from 'vitest'
import type { Plateforme } from '@/lib/processus/plateforme'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { installerCatalogue } from '@/prisma/seed/catalogue'
import { type AtelierOuvert, ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { verifierPerimetre } from '@/tests/lib/recherche/verifier-perimetre'

const questions = process.env.EPREUVES === 'completes' ? 10_000 : 300

let plateforme: Plateforme | undefined
let atelier: AtelierOuvert | undefined
afterEach(async () => {
  await atelier?.fermer()
  await plateforme?.arreter()
  atelier = plateforme = undefined
})

it(`asks ${questions} questions over two caisses and their structures, under forged perimeters too: nothing gets out, nothing is missed`, async () => {
  plateforme = await demarrerPlateformeDeTest({ graine: false })
  atelier = ouvrirAtelier(plateforme.urls.migration)
  await installerCatalogue(atelier.tx, new Date('2025-01-01T00:00:00Z'))
  expect(await verifierPerimetre(atelier, plateforme.urls.web, questions)).toBe(questions)
})
