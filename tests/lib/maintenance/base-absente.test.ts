import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { copierCanaux, lireCanaux } from '@/lib/maintenance/copie-des-canaux'
import { pageIndisponible } from '@/lib/maintenance/page-indisponible'
import { stockageDisque } from '@/lib/socle/stockage'

const dossier = mkdtempSync(join(tmpdir(), 'canaux-'))
const avant = process.env.STOCKAGE_DOSSIER
process.env.STOCKAGE_DOSSIER = dossier
afterAll(() => {
  if (avant === undefined) delete process.env.STOCKAGE_DOSSIER
  else process.env.STOCKAGE_DOSSIER = avant
  rmSync(dossier, { recursive: true, force: true })
})

const canal = { theme: null, nom: null, telephone: null, courriel: null, adresse: null }

describe('what is kept for the day the database can’t be asked', () => {
  it('is what each caisse gives for that, else its support, and is no file of the portal', async () => {
    await copierCanaux([
      { ...canal, caisse: 'CPAM A', type: 'support', courriel: 'a@x.example' },
      { ...canal, caisse: 'CPAM A', type: 'secours', theme: 'Urgences', telephone: '0102030405' },
      { ...canal, caisse: 'CPAM B', type: 'support', courriel: 'b@x.example' },
    ])
    const lus = await lireCanaux()
    expect(lus.map(({ nom, canaux }) => [nom, ...canaux.map(({ type }) => type)])).toEqual([
      ['CPAM A', 'secours'],
      ['CPAM B', 'support'],
    ])
    const cles = []
    for await (const { cle } of stockageDisque(dossier).lister()) cles.push(cle)
    expect(cles).toEqual([])
  })

  it('is nothing where it can’t be read: the page then says where else to look', async () => {
    writeFileSync(join(dossier, 'canaux.json'), '[{"nom": 3')
    expect(await lireCanaux()).toEqual([])
    expect(await pageIndisponible([], '/aide').text()).toContain('Ses coordonnées sont dans votre convention.')
  })
})

it('the page that answers in the stead of any other runs nothing of what it was asked with', async () => {
  const html = await pageIndisponible([], '/x?"><script>alert(1)</script>').text()
  expect(html).not.toContain('<script')
  expect(html).toContain('href="/x?&quot;&gt;&lt;script&gt;')
})
