import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { lireEnv } from '@/lib/socle/env'
import { verifierEnvironnement } from '@/lib/socle/verifier-env'

const dossier = mkdtempSync(join(tmpdir(), 'ep-env-'))
afterAll(() => rmSync(dossier, { recursive: true, force: true }))

const cle = (version: number) => `${version}:${randomBytes(32).toString('base64')}`

const bon = {
  EP_MODE: 'production',
  URL_PUBLIQUE: 'https://partenaires.caisse.fr',
  DATABASE_URL: 'postgresql://ep_web:x@db:5432/ep',
  DATABASE_URL_TRAVAUX: 'postgresql://ep_travaux:x@db:5432/ep',
  DATABASE_URL_MIGRATION: 'postgresql://ep_migration:x@db:5432/ep',
  SECRET_SESSION: randomBytes(36).toString('base64'),
  CLES_FICHIERS: `${cle(1)},${cle(2)}`,
  CLES_JOURNAL: cle(1),
  CLES_COMPTES: cle(1),
  STOCKAGE_DOSSIER: dossier,
  JOURNAL_ANCRES: dossier,
  SMTP_URL: 'smtps://portail:secret@smtp.caisse.fr:465',
  COURRIEL_EXPEDITEUR: 'Espace Partenaires <ne-pas-repondre@caisse.fr>',
  CLAMD: '127.0.0.1:3310',
}

test('a complete environment has no defect', () => {
  expect(verifierEnvironnement(bon)).toEqual([])
  expect(lireEnv(bon).PORT).toBe(3000)
})

test('an empty environment is refused with the whole list, not with the first defect', () => {
  const noms = verifierEnvironnement({}).map((ligne) => ligne.split(' : ')[0])
  expect(noms.sort()).toEqual([
    'CLAMD',
    'CLES_COMPTES',
    'CLES_FICHIERS',
    'CLES_JOURNAL',
    'COURRIEL_EXPEDITEUR',
    'DATABASE_URL',
    'DATABASE_URL_TRAVAUX',
    'JOURNAL_ANCRES',
    'SECRET_SESSION',
    'SMTP_URL',
    'STOCKAGE_DOSSIER',
    'URL_PUBLIQUE',
  ])
})

test('an unreadable variable does not hide the others', () => {
  const lignes = verifierEnvironnement({ ...bon, PORT: 'abc', URL_PUBLIQUE: 'http://partenaires.caisse.fr', CLAMD: '' })
  expect(lignes.map((ligne) => ligne.split(' : ')[0]).sort()).toEqual(['CLAMD', 'PORT', 'URL_PUBLIQUE'])
})

describe('in production', () => {
  const fichier = join(dossier, 'fichier')
  writeFileSync(fichier, '')
  const cas: [string, Record<string, string | undefined>, string][] = [
    ['a portal without https', { URL_PUBLIQUE: 'http://partenaires.caisse.fr' }, 'URL_PUBLIQUE'],
    [
      'a provider of identities in clear',
      { OIDC_ISSUER: 'http://id.caisse.fr', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' },
      'OIDC_ISSUER',
    ],
    [
      'half of a provider of identities',
      { OIDC_ISSUER: 'https://id.caisse.fr', OIDC_CLIENT_ID: 'a' },
      'OIDC_CLIENT_SECRET',
    ],
    ['an address with a path', { URL_PUBLIQUE: 'https://caisse.fr/portail' }, 'URL_PUBLIQUE'],
    ['the superuser of the database', { DATABASE_URL: 'postgresql://postgres:x@db/ep' }, 'DATABASE_URL'],
    ['the owner of the database', { DATABASE_URL: 'postgresql://ep_migration:x@db/ep' }, 'DATABASE_URL'],
    ['one role for both processes', { DATABASE_URL_TRAVAUX: bon.DATABASE_URL }, 'DATABASE_URL_TRAVAUX'],
    ['another kind of database', { DATABASE_URL: 'mysql://ep:x@db/ep' }, 'DATABASE_URL'],
    ['a short secret', { SECRET_SESSION: 'trop-court' }, 'SECRET_SESSION'],
    ['a secret that is not random', { SECRET_SESSION: 'a'.repeat(40) }, 'SECRET_SESSION'],
    ['the secret of the example', { SECRET_SESSION: 'remplacez-moi-par-32-caracteres-au-hasard' }, 'SECRET_SESSION'],
    ['a file key of the wrong size', { CLES_FICHIERS: `1:${randomBytes(16).toString('base64')}` }, 'CLES_FICHIERS'],
    ['a file key of zeroes', { CLES_FICHIERS: `1:${Buffer.alloc(32).toString('base64')}` }, 'CLES_FICHIERS'],
    ['a key that serves twice', { CLES_COMPTES: bon.CLES_JOURNAL }, 'CLES_COMPTES'],
    ['two file keys with one number', { CLES_FICHIERS: `${cle(1)},${cle(1)}` }, 'CLES_FICHIERS'],
    ['a storage folder that does not exist', { STOCKAGE_DOSSIER: join(dossier, 'absent') }, 'STOCKAGE_DOSSIER'],
    ['a storage folder that is a file', { STOCKAGE_DOSSIER: fichier }, 'STOCKAGE_DOSSIER'],
    ['no place for the anchors of the journal', { JOURNAL_ANCRES: undefined }, 'JOURNAL_ANCRES'],
    ['a folder of anchors that does not exist', { JOURNAL_ANCRES: join(dossier, 'absent') }, 'JOURNAL_ANCRES'],
    ['no mail server', { SMTP_URL: undefined }, 'SMTP_URL'],
    ['a sender without address', { COURRIEL_EXPEDITEUR: 'Espace Partenaires' }, 'COURRIEL_EXPEDITEUR'],
    ['no scanner', { CLAMD: undefined }, 'CLAMD'],
    ['the mail catcher of the demo', { COURRIELS_DOSSIER: dossier }, 'COURRIELS_DOSSIER'],
  ]
  test.each(cas)('%s is refused, and it alone', (_, changement, nom) => {
    const lignes = verifierEnvironnement({ ...bon, ...changement })
    expect(lignes.map((ligne) => ligne.split(' : ')[0])).toEqual([nom])
  })

  test('plain http is accepted on this very machine', () => {
    expect(verifierEnvironnement({ ...bon, URL_PUBLIQUE: 'http://localhost:3000' })).toEqual([])
  })
})

test('the demo may go without a scanner and catch its mails', () => {
  expect(verifierEnvironnement({ ...bon, EP_MODE: 'demo', CLAMD: undefined, COURRIELS_DOSSIER: dossier })).toEqual([])
})

test('an environment without a mode is held to be production', () => {
  expect(verifierEnvironnement({ ...bon, EP_MODE: undefined, CLAMD: undefined })).toHaveLength(1)
})
