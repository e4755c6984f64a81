import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'vitest'
import { baseDeTest } from '@/tests/base-de-test'
import { atelierDeTest } from '@/tests/contexte'
import { eprouverLaConservation } from './histoires'

const base = await baseDeTest()
const dossier = mkdtempSync(join(tmpdir(), 'ep-histoires-'))
process.env.STOCKAGE_DOSSIER = dossier
process.env.CLES_FICHIERS = `1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`
const atelier = await atelierDeTest(base, 'conservation')

it('removes, of 50 generated histories, those that are past their time and no other: no residue, same figures', async () => {
  await eprouverLaConservation(50, atelier, dossier)
}, 120_000)
